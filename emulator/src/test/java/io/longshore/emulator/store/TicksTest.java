// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-13T17:34:21.1470601Z, 639039224611470601",
        "2026-01-13T17:34:15.876657Z, 639039224558766570",
        "2026-01-13T17:34:15Z, 639039224550000000",
        "0001-01-01T00:00:00Z, 0"
    })
    void of_recordedTimes_givesRecordedTicks(String time, long ticks) {
        assertThat(Ticks.of(Instant.parse(time))).isEqualTo(ticks);
        assertThat(Ticks.format(ticks)).isEqualTo(time);
    }

    @Test
    void format_ofAnyTime_readsBackToTheTick() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 1000; i++) {
            long ticks = random.nextLong(600_000_000_000_000_000L, 700_000_000_000_000_000L);
            assertThat(Ticks.of(Instant.parse(Ticks.format(ticks)))).isEqualTo(ticks);
        }
    }

    @Test
    void of_nanoseconds_cutsThem() {
        assertThat(Ticks.format(Ticks.of(Instant.parse("2024-04-11T20:48:33.365270758Z"))))
                .isEqualTo("2024-04-11T20:48:33.3652707Z");
    }
}
