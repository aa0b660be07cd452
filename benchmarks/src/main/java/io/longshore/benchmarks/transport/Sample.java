// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.transport;

/**
 * One run of one row.
 *
 * @param test what was downloaded and how, for instance {@code https 1024 MiB}
 * @param row the transport and the way of reading
 * @param round rows of one round ran one after the other
 * @param wall seconds from start to end of the process
 * @param cpu seconds of processor time, user and system
 * @param peakMib most resident memory; 0 if not known
 */
record Sample(String test, String row, int round, double wall, double cpu, double peakMib) {
    private static final double KIB = 1024;

    /** A line of the script's log: the fields by tabs, user and system time apart, memory in KiB. */
    static Sample parse(String line) {
        String[] fields = line.split("\t", -1);
        return new Sample(
                fields[0],
                fields[1],
                Integer.parseInt(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]) + Double.parseDouble(fields[5]),
                Double.parseDouble(fields[6]) / KIB);
    }
}
