// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.util.BinaryData;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.junit.InRepository;
import io.longshore.junit.WithRegistry;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.ManifestMediaType;
import io.longshore.registry.models.OciDescriptor;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.scenarios.api.Content;
import io.longshore.scenarios.api.EachWay;
import io.longshore.scenarios.api.Registry;
import io.longshore.scenarios.api.Way;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

/** Manifests, and artifacts as a whole; the blobs are in {@link ContainerRegistryContentClientLiveTests}. */
@WithRegistry
class ContainerRegistryContentClientLiveManifestTests {
    private static final String REPOSITORY = "oci-artifact";
    private static final String DOCKER_DIGEST =
            "sha256:a12eed1bd7b72eecf9aaf94093e461d9b0ed4c9f7f3d70a8e07a679b92cda7a8";
    private static final byte[] JSON = OciArtifact.json();

    @EachWay
    @DisplayName("CanSetOciManifest")
    void canSetOciManifest_model_isReadBack(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        Content content = prepared(way, builder);

        String digest = content.setManifest(OciArtifact.manifest(), null).getDigest();

        assertManifest(content.manifest(digest), digest);
        assertThat(content.deleteManifest(digest)).isEqualTo(202);
    }

    @EachWay
    @DisplayName("CanSetOciManifestBinaryData")
    void canSetOciManifestBinaryData_bytes_areReadBack(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        Content content = prepared(way, builder);

        String digest = content.setManifest(options(BinaryData.fromBytes(JSON))).getDigest();

        assertThat(digest).isEqualTo(Bytes.digest(JSON));
        assertManifest(content.manifest(digest), digest);
        assertThat(content.manifest(digest).getManifest().toBytes()).isEqualTo(JSON);
    }

    @EachWay
    @DisplayName("CanSetManifestFromNonSeekableStream")
    void canSetManifestFromNonSeekableStream_stream_isReadBack(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        Content content = prepared(way, builder);
        InputStream stream = new ByteArrayInputStream(JSON) {
            @Override
            public boolean markSupported() {
                return false;
            }
        };

        String digest =
                content.setManifest(options(BinaryData.fromStream(stream))).getDigest();

        assertManifest(content.manifest(digest), digest);
    }

    @EachWay
    @DisplayName("CanSetOciManifestWithTag")
    void canSetOciManifestWithTag_model_hasOneTag(
            Way way,
            ContainerRegistryClientBuilder registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        Content content = prepared(way, builder);

        String digest = content.setManifest(OciArtifact.manifest(), "v1").getDigest();

        assertTagged(way.registry(registry), content, digest);
    }

    @EachWay
    @DisplayName("CanSetOciManifestBinaryDataWithTag")
    void canSetOciManifestBinaryDataWithTag_bytes_haveOneTag(
            Way way,
            ContainerRegistryClientBuilder registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder) {
        Content content = prepared(way, builder);

        String digest = content.setManifest(options(BinaryData.fromBytes(JSON)).setTag("v1"))
                .getDigest();

        assertTagged(way.registry(registry), content, digest);
    }

    @EachWay
    @DisplayName("CanSetDockerManifest")
    void canSetDockerManifest_asDocker_digestIsKnownAndAsOciThrows(
            Way way,
            RegistryEmulator registry,
            @InRepository(Seeds.HELLO) ContainerRegistryContentClientBuilder builder) {
        BinaryData manifest = BinaryData.fromBytes(dockerManifest(registry));
        Content content = way.content(builder);

        assertThat(content.setManifest(new SetManifestOptions(manifest, ManifestMediaType.DOCKER_MANIFEST))
                        .getDigest())
                .isEqualTo(DOCKER_DIGEST);

        assertThatExceptionOfType(HttpResponseException.class)
                .isThrownBy(() -> content.setManifest(options(manifest)))
                .withMessageContaining("MANIFEST_INVALID");
    }

    @EachWay
    @DisplayName("CanGetDockerManifest")
    void canGetDockerManifest_byDigest_hasItsMediaType(
            Way way,
            RegistryEmulator registry,
            @InRepository(Seeds.HELLO) ContainerRegistryContentClientBuilder builder) {
        byte[] manifest = dockerManifest(registry);
        registry.seed().manifest(Seeds.HELLO, DOCKER_DIGEST, ManifestMediaType.DOCKER_MANIFEST.toString(), manifest);

        GetManifestResult result = way.content(builder).manifest(DOCKER_DIGEST);

        assertThat(result.getDigest()).isEqualTo(DOCKER_DIGEST);
        assertThat(result.getManifestMediaType()).isEqualTo(ManifestMediaType.DOCKER_MANIFEST);
        assertThat(result.getManifest().toBytes()).isEqualTo(manifest);
    }

    @EachWay
    @DisplayName("CanPushArtifact")
    void canPushArtifact_tagged_isListedWithItsDigest(
            Way way,
            ContainerRegistryClientBuilder registry,
            @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder,
            @TempDir Path folder)
            throws IOException {
        Path config = Files.write(folder.resolve("config.json"), OciArtifact.CONFIG);
        Path layer = Files.write(folder.resolve("layer.tar"), OciArtifact.LAYER);
        Content content = way.content(builder);

        assertThat(content.uploadFile(config).getDigest()).isEqualTo(Bytes.digest(OciArtifact.CONFIG));
        assertThat(content.uploadFile(layer).getSizeInBytes()).isEqualTo(OciArtifact.LAYER.length);
        String digest = content.setManifest(OciArtifact.manifest(), "v1").getDigest();

        Registry client = way.registry(registry);
        assertThat(client.repositoryNames()).containsExactly(REPOSITORY);
        assertThat(client.artifact(REPOSITORY, "v1").properties().getDigest()).isEqualTo(digest);
    }

    @EachWay
    @DisplayName("CanPullArtifact")
    void canPullArtifact_byTag_filesAndDigestAreThoseThatWerePushed(
            Way way, @InRepository(REPOSITORY) ContainerRegistryContentClientBuilder builder, @TempDir Path folder)
            throws IOException {
        Content content = prepared(way, builder);
        String pushed = content.setManifest(OciArtifact.manifest(), "v1").getDigest();

        GetManifestResult result = content.manifest("v1");
        OciImageManifest manifest = result.getManifest().toObject(OciImageManifest.class);
        ByteArrayOutputStream config = new ByteArrayOutputStream();
        content.downloadTo(manifest.getConfiguration().getDigest(), config);
        Path layer = folder.resolve("layer.tar");
        content.downloadToFile(manifest.getLayers().get(0).getDigest(), layer);

        assertThat(result.getDigest()).isEqualTo(pushed);
        assertThat(config.toByteArray()).isEqualTo(OciArtifact.CONFIG);
        assertThat(layer).hasBinaryContent(OciArtifact.LAYER);
    }

    private static Content prepared(Way way, ContainerRegistryContentClientBuilder builder) {
        Content content = way.content(builder);
        OciArtifact.uploadBlobs(content);
        return content;
    }

    private static SetManifestOptions options(BinaryData manifest) {
        return new SetManifestOptions(manifest, ManifestMediaType.OCI_IMAGE_MANIFEST);
    }

    private static void assertTagged(Registry registry, Content content, String digest) {
        assertThat(registry.artifact(REPOSITORY, digest).tags(ArtifactTagOrder.NONE))
                .extracting(ArtifactTagProperties::getName)
                .containsExactly("v1");
        assertManifest(content.manifest("v1"), digest);
        assertManifest(content.manifest(digest), digest);
    }

    private static void assertManifest(GetManifestResult result, String digest) {
        assertThat(result.getDigest()).isEqualTo(digest);
        assertThat(result.getManifestMediaType()).isEqualTo(ManifestMediaType.OCI_IMAGE_MANIFEST);
        OciImageManifest manifest = result.getManifest().toObject(OciImageManifest.class);
        assertDescriptor(manifest.getConfiguration(), "application/vnd.acme.rocket.config", OciArtifact.CONFIG);
        assertThat(manifest.getLayers())
                .singleElement()
                .satisfies(
                        layer -> assertDescriptor(layer, "application/vnd.oci.image.layer.v1.tar", OciArtifact.LAYER));
    }

    private static void assertDescriptor(OciDescriptor descriptor, String mediaType, byte[] content) {
        assertThat(descriptor.getMediaType()).isEqualTo(mediaType);
        assertThat(descriptor.getDigest()).isEqualTo(Bytes.digest(content));
        assertThat(descriptor.getSizeInBytes()).isEqualTo(content.length);
    }

    /** Its blobs are in the registry; its digest is {@link #DOCKER_DIGEST}. */
    private static byte[] dockerManifest(RegistryEmulator registry) {
        seed(
                registry,
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}");
        seed(registry, "hello from a docker layer\n");
        try (InputStream stream =
                ContainerRegistryContentClientLiveManifestTests.class.getResourceAsStream("docker-manifest.json")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void seed(RegistryEmulator registry, String blob) {
        registry.seed().blob(Seeds.HELLO, blob.getBytes(StandardCharsets.UTF_8));
    }
}
