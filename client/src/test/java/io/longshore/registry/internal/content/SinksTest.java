// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where content goes. */
class SinksTest {
    @TempDir
    private Path folder;

    @Test
    void keep_file_appearsWholeUnderItsName() throws IOException {
        Path file = folder.resolve("layer");
        FileSink sink = new FileSink(file);

        sink.write(bytes("ab"));
        assertThat(file).doesNotExist();
        sink.write(bytes("c"));
        sink.keep();

        assertThat(file).hasContent("abc");
        assertThat(names()).containsExactly("layer");
    }

    @Test
    void keep_fileThatExists_isReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("layer"), "a longer content");
        FileSink sink = new FileSink(file);

        sink.write(bytes("abc"));
        sink.keep();

        assertThat(file).hasContent("abc");
    }

    @Test
    void keep_noContent_isAnEmptyFile() throws IOException {
        new FileSink(folder.resolve("empty")).keep();

        assertThat(folder.resolve("empty")).isEmptyFile();
    }

    @Test
    void discard_midway_leavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("layer"), "before");
        FileSink sink = new FileSink(file);
        sink.write(bytes("abc"));

        sink.discard();
        sink.write(bytes("late"));
        sink.keep();

        assertThat(file).hasContent("before");
        assertThat(names()).containsExactly("layer");
    }

    @Test
    void keep_folderThatWentAway_leavesNothing() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        FileSink sink = new FileSink(inner.resolve("layer"));
        Files.delete(inner);

        assertThatThrownBy(() -> sink.write(bytes("abc")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("could not be written to " + inner.resolve("layer"));
        sink.discard();
    }

    @Test
    void file_thatCannotBeWritten_isRefusedAtOnce() throws IOException {
        Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new FileSink(folder))
                .hasMessage("the file " + folder + " cannot be written: it is a directory");
        assertThatThrownBy(() -> new FileSink(folder.resolve("no/layer")))
                .hasMessage("the file " + folder.resolve("no/layer") + " cannot be written: its folder does not exist");
        assertThatThrownBy(() -> new FileSink(folder.resolve("file/layer")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> new FileSink(Path.of("/"))).hasMessageContaining("it is a directory");
    }

    @Test
    void file_thatIsADevice_isLeftAlone() {
        Path device = Path.of("/dev/null");
        org.assertj.core.api.Assumptions.assumeThat(device).exists();

        assertThatThrownBy(() -> new FileSink(device)).hasMessageContaining("no regular file");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 3, 200_000, 300_000, 1L << 30})
    void write_memory_holdsWhatCameWhateverWasPromised(long promised) {
        byte[] content = new byte[200_000];
        new java.util.Random(1).nextBytes(content);
        MemorySink sink = new MemorySink("test");
        if (promised >= 0) {
            sink.expect(promised);
        }

        for (int at = 0; at < content.length; at += 7_000) {
            sink.write(ByteBuffer.wrap(content, at, Math.min(7_000, content.length - at)));
        }

        assertThat(sink.content().toBytes()).isEqualTo(content);
    }

    @Test
    void expect_moreThanAnArrayHolds_isRefusedWithAdvice() {
        MemorySink sink = new MemorySink("download blob app@sha256:1");

        assertThatThrownBy(() -> sink.expect(3_000_000_000L))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("download blob app@sha256:1 failed: it has 3000000000 bytes, and a byte array holds"
                        + " 2147483639 - download it to a file (downloadBlobToFile), or read it as a stream"
                        + " (openBlobStream, downloadStream)");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
