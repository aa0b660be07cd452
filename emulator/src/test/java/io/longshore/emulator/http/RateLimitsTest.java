// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.emulator.EmulatorClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final EmulatorClock clock = EmulatorClock.fixed(Instant.parse("2026-01-01T00:00:00Z"));
    private final RateLimits limits = new RateLimits(clock);

    @Test
    void tokenCalls_countDownAsRecorded() {
        assertThat(List.of(limits.nextToken(), limits.nextToken(), limits.nextToken(), limits.nextToken()))
                .containsExactly("166.65", "166.633333", "166.616667", "166.6");
    }

    @Test
    void tokenCalls_inTheNextMinute_countAnew() {
        limits.nextToken();
        clock.advance(Duration.ofSeconds(59));
        assertThat(limits.nextToken()).isEqualTo("166.633333");

        clock.advance(Duration.ofSeconds(1));
        assertThat(limits.nextToken()).isEqualTo("166.65");
    }

    @Test
    void deletions_inTheNextSecond_countAnew() {
        limits.nextDeletion();
        clock.advance(Duration.ofMillis(999));
        assertThat(limits.nextDeletion()).isEqualTo("7.000000");

        clock.advance(Duration.ofMillis(1));
        assertThat(limits.nextDeletion()).isEqualTo("8.000000");
    }

    @Test
    void deletions_countDownToZero() {
        for (int left = 8; left >= 0; left--) {
            assertThat(limits.nextDeletion()).isEqualTo(left + ".000000");
        }
        assertThat(limits.nextDeletion()).isEqualTo("0.000000");
    }
}
