// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestRoundTripTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void toJson_randomManifest_givesTheTextThatWasRead(long seed) throws IOException {
        String text = new RandomManifest(seed).text();

        assertThat(Json.write(Json.parse(text, OciImageManifest::fromJson))).isEqualTo(text);
    }
}
