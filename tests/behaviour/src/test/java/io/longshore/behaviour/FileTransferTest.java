// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RecordedRequest;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files larger than one request carries. */
class FileTransferTest {
    private static final long MIB = 1024 * 1024;

    private final RegistryEmulator registry =
            RegistryEmulator.start(EmulatorOptions.defaults().withTls(false));

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void syncFile_of73MiB_goesUpInPartsOf64MiBAndComesDownTheSame() throws IOException {
        upAndDown(Clients.of(registry).sync());
    }

    @Test
    void asyncFile_of73MiB_goesUpInPartsOf64MiBAndComesDownTheSame() throws IOException {
        upAndDown(Clients.of(registry).async());
    }

    private void upAndDown(Way way) throws IOException {
        Path source = folder.resolve("source");
        try (RandomAccessFile file = new RandomAccessFile(source.toFile(), "rw")) {
            file.setLength(73 * MIB);
            file.seek(64 * MIB - 2);
            file.write(new byte[] {1, 2, 3, 4});
        }
        Path target = folder.resolve("target");

        UploadRegistryBlobResult blob = way.uploadFile(Seeds.APP, source);
        way.downloadTo(Seeds.APP, blob.getDigest(), target);

        assertThat(blob.getSizeInBytes()).isEqualTo(73 * MIB);
        assertThat(target).hasSameBinaryContentAs(source);
        assertThat(registry.requests().all())
                .filteredOn(request ->
                        request.status() / 100 == 2 && request.method().startsWith("P"))
                .filteredOn(request -> request.path().startsWith("/v2/"))
                .extracting(RecordedRequest::method, RecordedRequest::requestBytes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("POST", 0L),
                        org.assertj.core.groups.Tuple.tuple("PATCH", 64 * MIB),
                        org.assertj.core.groups.Tuple.tuple("PATCH", 9 * MIB),
                        org.assertj.core.groups.Tuple.tuple("PUT", 0L));
    }
}
