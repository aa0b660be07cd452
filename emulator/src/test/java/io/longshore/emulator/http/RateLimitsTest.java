// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final RateLimits limits =
            new RateLimits(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));

    @Test
    void tokenCalls_countDownAsRecorded() {
        assertThat(List.of(limits.nextToken(), limits.nextToken(), limits.nextToken(), limits.nextToken()))
                .containsExactly("166.65", "166.633333", "166.616667", "166.6");
    }

    @Test
    void deletions_countDownToZero() {
        for (int left = 8; left >= 0; left--) {
            assertThat(limits.nextDeletion()).isEqualTo(left + ".000000");
        }
        assertThat(limits.nextDeletion()).isEqualTo("0.000000");
    }
}
