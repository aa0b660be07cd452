// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerTarTest {
    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource({"0, 1536", "1, 2048", "512, 2048", "513, 2560"})
    void layer_ofAFile_isFilledUpToBlocks(int content, long size) throws Exception {
        Layer layer = LayerTar.pack(Files.write(temp.resolve("a.jar"), new byte[content]), temp);

        assertThat(layer.size()).isEqualTo(size);
        assertThat(layer.tar())
                .hasSize(size)
                .hasDigest("SHA-256", layer.digest().substring(7));
    }

    @Test
    void header_ofALayer_hasNameSizeAndChecksum() throws Exception {
        Layer layer = LayerTar.pack(Files.writeString(temp.resolve("a.jar"), "12345678"), temp);

        byte[] header = Arrays.copyOf(Files.readAllBytes(layer.tar()), 512);
        assertThat(text(header, 0, 13)).isEqualTo("app/lib/a.jar");
        assertThat(text(header, 124, 11)).isEqualTo("00000000010");
        assertThat(text(header, 257, 5)).isEqualTo("ustar");
        int checksum = Integer.parseInt(text(header, 148, 6), 8);
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte value : header) {
            sum += value;
        }
        assertThat(sum).isEqualTo(checksum);
    }

    @Test
    void layer_ofAFile_endsWithItsContentAndEmptyBlocks() throws Exception {
        Layer layer = LayerTar.pack(Files.writeString(temp.resolve("a.jar"), "12345678"), temp);

        byte[] tar = Files.readAllBytes(layer.tar());
        assertThat(text(tar, 512, 8)).isEqualTo("12345678");
        assertThat(Arrays.copyOfRange(tar, 520, tar.length)).containsOnly(0);
    }

    @Test
    void layer_ofTheSameFile_hasTheSameDigest() throws Exception {
        Path jar = Files.writeString(temp.resolve("a.jar"), "content");

        assertThat(LayerTar.pack(jar, temp).digest())
                .isEqualTo(LayerTar.pack(jar, temp).digest());
    }

    private static String text(byte[] header, int position, int length) {
        return new String(header, position, length, StandardCharsets.US_ASCII);
    }
}
