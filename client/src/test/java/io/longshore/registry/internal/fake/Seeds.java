// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.fake;

import java.util.Random;

/** Runs a property on many random inputs, the same ones each time; a failure names its seed. */
public final class Seeds {

    private Seeds() {}

    /** What holds for every input. */
    public interface Property {
        void holds(Random random) throws Exception;
    }

    public static void each(int count, Property property) {
        for (long seed = 0; seed < count; seed++) {
            try {
                property.holds(new Random(seed));
            } catch (Exception | AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
