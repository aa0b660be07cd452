// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.view;

import java.time.Duration;
import java.util.Locale;

/** Durations for people. */
public final class Durations {
    private Durations() {}

    /** For instance {@code 84 ms}, {@code 3.2 s}, {@code 2 min 5 s}. */
    public static String shown(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        // What would be rounded to 60.0 s is a minute.
        if (millis < 59_950) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long seconds = Math.round(millis / 1000.0);
        return seconds / 60 + " min " + seconds % 60 + " s";
    }
}
