// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.replay.recording.Documented;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DeviationTest {
    @ParameterizedTest
    @EnumSource
    void deviation_isDocumented(Deviation deviation) {
        assertThat(Documented.page()).contains(Documented.row(deviation.name(), deviation.reason()));
    }
}
