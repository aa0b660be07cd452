// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.replay.recording.Documented;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NormalisationTest {
    @ParameterizedTest
    @EnumSource
    void normalisation_isDocumented(Normalisation normalisation) {
        assertThat(Documented.page()).contains(Documented.row(normalisation.name(), normalisation.reason()));
    }
}
