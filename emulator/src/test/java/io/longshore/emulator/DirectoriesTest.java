// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an emulator does with a directory that it was given: nothing that its owner would regret. */
class DirectoriesTest {
    private static final EmulatorOptions PLAIN =
            EmulatorOptions.defaults().withTls(false).withLoginRequired(false);

    @TempDir
    private Path directory;

    @Test
    void start_inADirectoryOfSomebodyElse_isRefusedAndChangesNothing() throws Exception {
        Path file = Files.writeString(
                Files.createDirectory(directory.resolve("uploads")).resolve("holiday.jpg"), "x");

        assertThatThrownBy(() -> RegistryEmulator.start(PLAIN.withDirectory(directory)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is not empty, and no emulator has used it before");

        assertThat(file).exists();
        assertThat(directory).isDirectoryNotContaining("glob:**emulator.lock");
    }

    @Test
    void start_again_removesOnlyItsOwnUnfinishedUploads(@TempDir Path elsewhere) throws Exception {
        RegistryEmulator.start(PLAIN.withDirectory(directory)).close();
        Path outside = Files.writeString(elsewhere.resolve("part-1.tmp"), "x");
        Path uploads = directory.resolve("uploads");
        Path link = Files.createSymbolicLink(uploads.resolve("linked"), elsewhere);
        Path note = Files.writeString(uploads.resolve("note.txt"), "x");
        Path part = Files.writeString(uploads.resolve("part-1.tmp"), "x");

        RegistryEmulator.start(PLAIN.withDirectory(directory)).close();

        assertThat(outside).exists();
        assertThat(link).exists();
        assertThat(note).exists();
        assertThat(part).doesNotExist();
    }

    @Test
    void start_whereUploadsIsALink_isRefused(@TempDir Path elsewhere) throws Exception {
        RegistryEmulator.start(PLAIN.withDirectory(directory)).close();
        Path outside = Files.writeString(elsewhere.resolve("part-1.tmp"), "x");
        Files.delete(directory.resolve("uploads"));
        Files.createSymbolicLink(directory.resolve("uploads"), elsewhere);

        assertThatThrownBy(() -> RegistryEmulator.start(PLAIN.withDirectory(directory)))
                .isInstanceOf(UncheckedIOException.class)
                .hasStackTraceContaining("no directory of the emulator");

        assertThat(outside).exists();
    }

    @Test
    void close_ofATemporaryEmulator_doesNotFollowLinks() throws Exception {
        Path outside = Files.writeString(directory.resolve("mine.txt"), "x");
        RegistryEmulator emulator = RegistryEmulator.start(PLAIN);
        Files.createSymbolicLink(emulator.directory().resolve("linked"), directory);

        emulator.close();

        assertThat(outside).exists();
        assertThat(emulator.directory()).doesNotExist();
    }

    @Test
    void start_throughALinkToADirectory_works() throws Exception {
        Path link =
                Files.createSymbolicLink(directory.resolve("link"), Files.createDirectory(directory.resolve("target")));

        try (RegistryEmulator emulator = RegistryEmulator.start(PLAIN.withDirectory(link))) {
            assertThat(emulator.seed().image("app", "v1")).startsWith("sha256:");
        }
    }

    @Test
    void start_inADirectoryWithASemicolon_saysWhy() {
        Path odd = directory.resolve("a;b");

        assertThatThrownBy(() -> RegistryEmulator.start(PLAIN.withDirectory(odd)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not contain ;");
        assertThat(odd).doesNotExist();
    }
}
