// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.view;

import java.util.Locale;

/** Sizes for people. */
public final class Sizes {
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Sizes() {}

    /** For instance {@code 917 B}, {@code 1.2 KiB}, {@code 13.9 MiB}. */
    public static String shown(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double value = bytes / 1024.0;
        int unit = 0;
        // What would be rounded to 1024.0 is 1.0 of the next unit.
        while (value >= 1023.95) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }
}
