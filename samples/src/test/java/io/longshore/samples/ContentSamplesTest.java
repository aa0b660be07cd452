// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.util.BinaryData;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.junit.InRepository;
import io.longshore.junit.WithRegistry;
import io.longshore.registry.ContainerRegistryContentAsyncClient;
import io.longshore.registry.ContainerRegistryContentClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithRegistry
class ContentSamplesTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String REPOSITORY = "sample-oci-image";

    @TempDir
    Path folder;

    @Test
    void uploadImage_canBePulled(@InRepository(REPOSITORY) ContainerRegistryContentClient client) throws IOException {
        String digest = UploadImage.upload(client, layer());

        assertThat(client.getManifest("demo").getDigest()).isEqualTo(digest);
    }

    @Test
    void uploadImageAsync_canBePulled(@InRepository(REPOSITORY) ContainerRegistryContentAsyncClient client)
            throws IOException {
        String digest = UploadImage.uploadAsync(client, layer()).block(LIMIT);

        assertThat(client.getManifest("demo").block(LIMIT).getDigest()).isEqualTo(digest);
    }

    @Test
    void downloadImage_allFilesAreThere(@InRepository(REPOSITORY) ContainerRegistryContentClient client)
            throws IOException {
        UploadImage.upload(client, layer());
        Path target = Files.createDirectory(folder.resolve("image"));

        DownloadImage.download(client, target);

        try (Stream<Path> files = Files.list(target)) {
            assertThat(files).hasSize(3).anySatisfy(file -> assertThat(file).hasSameBinaryContentAs(layer()));
        }
    }

    @Test
    void downloadImageAsync_allBlobsAreThere(@InRepository(REPOSITORY) ContainerRegistryContentAsyncClient client)
            throws IOException {
        UploadImage.uploadAsync(client, layer()).block(LIMIT);
        Path target = Files.createDirectory(folder.resolve("image"));

        DownloadImage.downloadAsync(client, target).block(LIMIT);

        try (Stream<Path> files = Files.list(target)) {
            assertThat(files).hasSize(2).anySatisfy(file -> assertThat(file).hasSameBinaryContentAs(layer()));
        }
    }

    @Test
    void deleteManifest_isGone(@InRepository(REPOSITORY) ContainerRegistryContentClient client) throws IOException {
        UploadImage.upload(client, layer());

        DeleteContent.deleteManifest(client);

        assertThatThrownBy(() -> client.getManifest("demo")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void deleteManifestAsync_isGone(@InRepository(REPOSITORY) ContainerRegistryContentAsyncClient client)
            throws IOException {
        UploadImage.uploadAsync(client, layer()).block(LIMIT);

        DeleteContent.deleteManifestAsync(client).block(LIMIT);

        assertThatThrownBy(() -> client.getManifest("demo").block(LIMIT)).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void deleteLayers_areGone(@InRepository(REPOSITORY) ContainerRegistryContentClient client) throws IOException {
        UploadImage.upload(client, layer());
        String layer = client.uploadBlobFromFile(layer()).getDigest();

        DeleteContent.deleteLayers(client);

        assertThatThrownBy(() -> client.downloadBlobContent(layer)).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void deleteLayersAsync_areGone(@InRepository(REPOSITORY) ContainerRegistryContentAsyncClient client)
            throws IOException {
        UploadImage.uploadAsync(client, layer()).block(LIMIT);
        String layer = client.uploadBlobFromFile(layer()).block(LIMIT).getDigest();

        DeleteContent.deleteLayersAsync(client).block(LIMIT);

        assertThatThrownBy(() -> client.downloadBlobContent(layer).block(LIMIT))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void otherManifests_mediaTypeIsKept(
            @InRepository(REPOSITORY) ContainerRegistryContentClient client, RegistryEmulator registry) {
        BinaryData list = BinaryData.fromString(
                "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.docker.distribution.manifest.list.v2+json\","
                        + "\"manifests\":[]}");

        String digest = OtherManifests.set(client, list);

        assertThat(client.getManifest(digest).getManifestMediaType())
                .hasToString("application/vnd.docker.distribution.manifest.list.v2+json");
    }

    @Test
    void ownRequest_tellsWhatIsThere(@InRepository(REPOSITORY) ContainerRegistryContentClient client) {
        String digest = client.uploadBlob(BinaryData.fromString("here")).getDigest();

        assertThat(OwnRequest.status(client, digest)).isIn(200, 307);
        assertThat(OwnRequest.status(client, "sha256:" + "0".repeat(64))).isEqualTo(404);
    }

    @Test
    void readStream_listsTheArchive(@InRepository(REPOSITORY) ContainerRegistryContentClient client)
            throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("one.txt"));
            zip.putNextEntry(new ZipEntry("two.txt"));
        }
        String digest =
                client.uploadBlob(BinaryData.fromBytes(archive.toByteArray())).getDigest();

        assertThat(ReadStream.zipEntries(client, digest)).isEqualTo(List.of("one.txt", "two.txt"));
    }

    private Path layer() throws IOException {
        return Files.writeString(folder.resolve("layer.tar"), "Sample layer");
    }
}
