// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecordingsTest {
    @TempDir
    Path folder;

    @Test
    void find_folderNamedByEnvironment_isTaken() {
        assertThat(Recordings.find(Map.of("LONGSHORE_RECORDINGS", folder.toString()), Path.of("nowhere")))
                .contains(folder);
    }

    @Test
    void find_folderBesideTheProject_isTaken() throws IOException {
        Path root = Files.createDirectories(folder.resolve("main"));
        Path beside = Files.createDirectories(folder.resolve("shared/contract/exchanges"));

        assertThat(Recordings.find(Map.of(), root))
                .hasValueSatisfying(found -> assertThat(found.normalize()).isEqualTo(beside));
    }

    @Test
    void find_nothingThere_isEmpty() {
        assertThat(Recordings.find(Map.of("CI", "false"), folder.resolve("main")))
                .isEmpty();
    }

    @Test
    void find_nothingThereInCi_fails() {
        assertThatThrownBy(() -> Recordings.find(Map.of("CI", "true"), folder.resolve("main")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("LONGSHORE_RECORDINGS");
    }

    @Test
    void read_onlyNumberedFiles_inOrder() throws IOException {
        String exchange = "[{\"request\":{\"method\":\"GET\",\"path\":\"/v2/\",\"headers\":{}},"
                + "\"response\":{\"status\":200,\"headers\":{\"content-type\":\"x\"},\"body\":\"{}\"}}]";
        Files.writeString(folder.resolve("02-second.json"), exchange);
        Files.writeString(folder.resolve("01-first.json"), exchange);
        Files.writeString(folder.resolve("README.md"), "no recording");

        assertThat(Recordings.read(folder)).extracting(Recording::name).containsExactly("01-first", "02-second");
        assertThat(Recordings.read(folder).get(0).exchanges().get(0).answered().header("Content-Type"))
                .contains("x");
    }
}
