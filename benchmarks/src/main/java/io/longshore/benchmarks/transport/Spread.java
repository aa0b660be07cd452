// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.transport;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What repeated runs gave: the middle one and the ends. */
record Spread(double median, double least, double most) {
    static Spread of(Stream<Sample> samples, ToDoubleFunction<Sample> figure) {
        double[] sorted = samples.mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], Arrays.stream(sorted).max().orElseThrow());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%6.2f (%.2f-%.2f)", median, least, most);
    }
}
