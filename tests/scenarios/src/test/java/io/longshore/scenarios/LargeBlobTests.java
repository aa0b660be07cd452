// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.emulator.RegistryEmulator;
import io.longshore.junit.InRepository;
import io.longshore.junit.WithRegistry;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import io.longshore.registry.models.UploadRegistryBlobResult;
import io.longshore.scenarios.api.Content;
import io.longshore.scenarios.api.EachWay;
import io.longshore.scenarios.api.Way;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Client and registry together in a heap that holds none of these blobs. */
@WithRegistry
@Tag("large")
class LargeBlobTests {
    private static final String REPOSITORY = "oci-artifact";
    private static final long HALF_A_GIBIBYTE = 512L * Bytes.MIB + 20;
    private static final long BEYOND_INT = Integer.MAX_VALUE + 1L;

    @Test
    void heap_isSmallerThanEveryBlob() {
        assertThat(Runtime.getRuntime().maxMemory()).isLessThan(HALF_A_GIBIBYTE / 2);
    }

    @EachWay
    @DisplayName("CanUploadAndDownloadLargeBlob")
    void canUploadAndDownloadLargeBlob_streamToFile_fileHasItsBytes(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder, @TempDir Path folder)
            throws IOException {
        Content content = way.content(builder);
        Path file = folder.resolve("blob_downloaded.bin");

        String digest = upload(content, HALF_A_GIBIBYTE);
        content.downloadToFile(digest, file);

        assertThat(file).hasSize(HALF_A_GIBIBYTE);
        assertThat(digestOf(file)).isEqualTo(digest);
    }

    @EachWay
    @DisplayName("CanUploadAndDownloadLargeBlobStreaming")
    void canUploadAndDownloadLargeBlobStreaming_beyondInt_sameDigest(
            Way way,
            RegistryEmulator registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        Content content = way.content(builder);
        MessageDigest received = Bytes.sha256();

        String digest = upload(content, BEYOND_INT);
        content.read(digest, new DigestOutputStream(OutputStream.nullOutputStream(), received));

        assertThat(Bytes.name(received.digest())).isEqualTo(digest);
    }

    private static String upload(Content content, long length) {
        MessageDigest sent = Bytes.sha256();

        UploadRegistryBlobResult result = content.uploadStream(new DigestInputStream(new PlainStream(length, 7), sent));

        assertThat(result.getSizeInBytes()).isEqualTo(length);
        assertThat(result.getDigest()).isEqualTo(Bytes.name(sent.digest()));
        return result.getDigest();
    }

    private static String digestOf(Path file) throws IOException {
        MessageDigest hash = Bytes.sha256();
        Files.copy(file, new DigestOutputStream(OutputStream.nullOutputStream(), hash));
        return Bytes.name(hash.digest());
    }
}
