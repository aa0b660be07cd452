// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.time.Clock;
import java.util.Locale;

/**
 * The numbers in the service's rate headers: they count down and start anew, and nothing is ever refused because of
 * them.
 */
final class RateLimits {
    private static final int TOKEN_CALLS_PER_MINUTE = 10_000;
    private static final int DELETIONS_PER_SECOND = 8;

    private final Clock clock;
    private long minute;
    private int tokenCalls;
    private long second;
    private int deletions;

    RateLimits(Clock clock) {
        this.clock = clock;
    }

    /** Calls left per second at the token endpoints: what is left of a minute's 10,000, such as 166.65. */
    synchronized String nextToken() {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            tokenCalls = 0;
        }
        tokenCalls++;
        String number = String.format(Locale.ROOT, "%.6f", Math.max(0, TOKEN_CALLS_PER_MINUTE - tokenCalls) / 60.0);
        return number.replaceFirst("[.]?0+$", "");
    }

    /** Deletions left in this second, such as 8.000000. */
    synchronized String nextDeletion() {
        long now = clock.instant().getEpochSecond();
        if (now != second) {
            second = now;
            deletions = 0;
        }
        int left = Math.max(0, DELETIONS_PER_SECOND - deletions++);
        return left + ".000000";
    }
}
