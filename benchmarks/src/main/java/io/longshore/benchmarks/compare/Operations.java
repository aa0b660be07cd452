// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.compare;

/** The operations by their names, each by a client that has done nothing before. */
interface Operations {
    /**
     * Does one, and checks its result.
     *
     * @return what came of it, for the table; may be empty
     */
    String run(String operation) throws Exception;

    /** All that can be named. */
    static IllegalArgumentException unknown(String operation) {
        return new IllegalArgumentException("no such operation: " + operation);
    }
}
