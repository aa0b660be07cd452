// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.replay.recording.Documented;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DeviationTest {
    @Test
    void deviations_areTheDocumentedOnes() {
        assertThat(Documented.rows("client"))
                .containsExactlyElementsOf(Stream.of(Deviation.values())
                        .map(deviation -> Documented.row(deviation.name(), deviation.reason()))
                        .toList());
    }
}
