// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import java.time.Instant;

/** Times as the service keeps them: units of 100 ns since the start of the year 1, as .NET counts. */
public final class Ticks {
    private static final long PER_SECOND = 10_000_000;
    private static final long EPOCH = 621_355_968_000_000_000L;

    private Ticks() {}

    /** The ticks of an instant, cut to 100 ns. */
    public static long of(Instant instant) {
        return EPOCH + Math.multiplyExact(instant.getEpochSecond(), PER_SECOND) + instant.getNano() / 100;
    }

    /** RFC 3339 in UTC with up to seven fractional digits, trailing zeros cut. */
    public static String format(long ticks) {
        long sinceEpoch = ticks - EPOCH;
        long fraction = Math.floorMod(sinceEpoch, PER_SECOND);
        String seconds =
                Instant.ofEpochSecond(Math.floorDiv(sinceEpoch, PER_SECOND)).toString();
        if (fraction == 0) {
            return seconds;
        }
        String digits = Long.toString(PER_SECOND + fraction).substring(1).replaceFirst("0+$", "");
        return seconds.substring(0, seconds.length() - 1) + "." + digits + "Z";
    }
}
