// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is sent from where it is. */
class FileSlicesTest {
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final byte[] content = new byte[150_000];

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        new Random(1).nextBytes(content);
        file = Files.write(folder.resolve("layer"), content);
    }

    @ParameterizedTest
    @CsvSource({"150000, 1", "149999, 2", "200000, 1", "50000, 3", "40000, 4", "1, 150000"})
    void next_file_isCutWithoutAnEmptyEnd(long most, int slices) throws IOException {
        List<Slice> cut = new ArrayList<>();
        FileSlices all = FileSlices.of(file);
        do {
            cut.add(all.next(new Portion(1, most, bytes -> {})));
        } while (!cut.get(cut.size() - 1).last());

        assertThat(cut).hasSize(slices);
        assertThat(cut.stream().mapToLong(Slice::length).sum()).isEqualTo(150_000);
    }

    @Test
    void next_file_showsAndSendsTheSameBytes() throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        FileSlices slices = FileSlices.of(file);
        Slice slice;
        do {
            slice = slices.next(portion(70_001));
            assertThat(slice.body().isReplayable()).isTrue();
            assertThat(slice.body().getLength()).isEqualTo(slice.length());
            sent.writeBytes(slice.body().toBytes());
        } while (!slice.last());

        assertThat(sent.toByteArray()).isEqualTo(content);
        assertThat(seen.toByteArray()).isEqualTo(content);
    }

    @Test
    void next_emptyFile_isOneEmptySlice() throws IOException {
        Slice slice = FileSlices.of(Files.createFile(folder.resolve("empty"))).next(portion(10));

        assertThat(slice.last()).isTrue();
        assertThat(slice.body().toBytes()).isEmpty();
    }

    @Test
    void of_whatIsNoFile_saysWhy() {
        assertThatThrownBy(() -> FileSlices.of(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the file " + folder + " cannot be uploaded: it is a directory");
        assertThatThrownBy(() -> FileSlices.of(folder.resolve("no")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the file " + folder.resolve("no") + " cannot be uploaded: there is no such file");
    }

    @Test
    void next_fileThatBecameShorter_saysSo() throws IOException {
        FileSlices slices = FileSlices.of(file);
        slices.next(portion(100_000));
        Files.write(file, new byte[120_000]);

        assertThatThrownBy(() -> slices.next(portion(100_000)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("changed while it was uploaded");
    }

    @Test
    void next_fileThatWasWrittenAgain_saysSoAtItsEnd() throws IOException {
        FileSlices slices = FileSlices.of(file);
        slices.next(portion(100_000));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThatThrownBy(() -> slices.next(portion(100_000))).hasMessageContaining("changed while it was uploaded");
    }

    @Test
    void explain_failureWhileTheFileChanged_isTheFilesFault() throws IOException {
        FileSlices slices = FileSlices.of(file);
        IllegalStateException refused = new IllegalStateException("digest invalid");
        assertThat(slices.explain(refused)).isSameAs(refused);

        Files.delete(file);

        assertThat(slices.explain(refused))
                .hasMessageContaining("changed while it was uploaded")
                .hasRootCause(refused);
    }

    private Portion portion(long most) {
        return new Portion(1, most, this::see);
    }

    private void see(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        seen.writeBytes(copy);
    }
}
