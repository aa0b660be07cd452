// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageLayoutTest {
    @TempDir
    private Path folder;

    @Test
    void damaged_withOneByteChanged_isThatBlob() throws Exception {
        String whole = blob("whole", "whole");
        String changed = blob("before", "bEfore");

        assertThat(new ImageLayout(folder).damaged(List.of(whole, changed))).containsExactly(changed);
    }

    @Test
    void damaged_withoutTheFile_fails() throws Exception {
        blob("one", "one");
        String missing = Sha256.of("another".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new ImageLayout(folder).damaged(List.of(missing)))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void size_ofBlobs_leavesOthersOut() throws Exception {
        String one = blob("123", "123");
        blob("12345", "12345");

        assertThat(new ImageLayout(folder).size(List.of(one))).isEqualTo(3);
    }

    private String blob(String named, String content) throws Exception {
        String digest = Sha256.of(named.getBytes(StandardCharsets.UTF_8));
        Path blobs = Files.createDirectories(folder.resolve("blobs/sha256"));
        Files.writeString(blobs.resolve(digest.substring(Sha256.PREFIX.length())), content);
        return digest;
    }
}
