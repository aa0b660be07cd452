// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.replay.recording.Documented;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class NormalisationTest {
    @Test
    void normalisations_areTheDocumentedOnes() {
        assertThat(Documented.rows("emulator"))
                .containsExactlyElementsOf(Stream.of(Normalisation.values())
                        .map(normalisation -> Documented.row(normalisation.name(), normalisation.reason()))
                        .toList());
    }
}
