// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.containers.containerregistry.ContainerRegistryClient;
import com.azure.containers.containerregistry.ContainerRegistryClientBuilder;
import com.azure.containers.containerregistry.ContainerRegistryContentClient;
import com.azure.containers.containerregistry.ContainerRegistryContentClientBuilder;
import com.azure.containers.containerregistry.RegistryArtifact;
import com.azure.containers.containerregistry.models.ArtifactManifestOrder;
import com.azure.containers.containerregistry.models.ArtifactManifestProperties;
import com.azure.containers.containerregistry.models.ArtifactTagProperties;
import com.azure.containers.containerregistry.models.ContainerRepositoryProperties;
import com.azure.containers.containerregistry.models.GetManifestResult;
import com.azure.containers.containerregistry.models.OciDescriptor;
import com.azure.containers.containerregistry.models.OciImageManifest;
import com.azure.containers.containerregistry.models.UploadRegistryBlobResult;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.http.HttpClient;
import com.azure.core.http.netty.NettyAsyncHttpClientBuilder;
import com.azure.core.util.BinaryData;
import io.longshore.emulator.EmulatorCredential;
import io.longshore.emulator.RegistryEmulator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official library 1.2.6 against the emulator, over TLS, with the emulator's credential. */
class OfficialLibraryTest {
    private static final String REPOSITORY = "library/app";

    private final RegistryEmulator registry = RegistryEmulator.start();
    private final HttpClient http = trusting(registry);

    @BeforeEach
    void fill() {
        for (int version = 1; version <= 3; version++) {
            registry.clock().advance(Duration.ofMinutes(1));
            registry.seed().image(REPOSITORY, "v" + version);
        }
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void list_repositoriesTagsAndManifests_areThere() {
        assertThat(client().listRepositoryNames()).containsExactly(REPOSITORY);
        assertThat(client().getRepository(REPOSITORY)
                        .listManifestProperties(ArtifactManifestOrder.LAST_UPDATED_ON_DESCENDING))
                .extracting(manifest -> manifest.getTags().get(0))
                .containsExactly("v3", "v2", "v1");
        assertThat(artifact("v2").listTagProperties())
                .extracting(ArtifactTagProperties::getName)
                .containsExactly("v2");
    }

    @Test
    void properties_ofRepositoryManifestAndTag_areRead() {
        ContainerRepositoryProperties repository =
                client().getRepository(REPOSITORY).getProperties();
        ArtifactManifestProperties manifest = artifact("v1").getManifestProperties();
        ArtifactTagProperties tag = artifact("v1").getTagProperties("v1");

        assertThat(repository.getName()).isEqualTo(REPOSITORY);
        assertThat(repository.getManifestCount()).isEqualTo(3);
        assertThat(repository.getRegistryLoginServer()).isEqualTo(registry.loginServer());
        assertThat(manifest.getTags()).containsExactly("v1");
        assertThat(manifest.getArchitecture()).hasToString("amd64");
        assertThat(tag.getDigest()).isEqualTo(manifest.getDigest());
        assertThat(tag.getCreatedOn()).isNotNull();
    }

    @Test
    void lock_tag_refusesItsDeletionUntilUnlocked() {
        RegistryArtifact image = artifact("v1");

        image.updateTagProperties("v1", new ArtifactTagProperties().setDeleteEnabled(false));
        assertThatThrownBy(() -> image.deleteTag("v1"))
                .isInstanceOfSatisfying(
                        HttpResponseException.class,
                        refused -> assertThat(refused.getResponse().getStatusCode())
                                .isEqualTo(405));

        image.updateTagProperties("v1", new ArtifactTagProperties().setDeleteEnabled(true));
        image.deleteTag("v1");
        assertThatThrownBy(() -> image.getTagProperties("v1")).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void delete_manifestAndRepository_areGone() {
        artifact("v1").delete();
        assertThat(client().getRepository(REPOSITORY).getProperties().getManifestCount())
                .isEqualTo(2);

        client().deleteRepository(REPOSITORY);
        assertThat(client().listRepositoryNames()).isEmpty();
    }

    @Test
    void uploadAndDownload_smallAndSeveralChunks_sameBytes() {
        byte[] large = new byte[9 * 1024 * 1024 + 5];
        new Random(7).nextBytes(large);
        ContainerRegistryContentClient content = content("fresh/repository");

        UploadRegistryBlobResult layer = content.uploadBlob(BinaryData.fromBytes(large));
        UploadRegistryBlobResult config = content.uploadBlob(BinaryData.fromString("{}"));
        OciImageManifest manifest = new OciImageManifest()
                .setSchemaVersion(2)
                .setConfiguration(descriptor("application/vnd.oci.image.config.v1+json", config))
                .setLayers(List.of(descriptor("application/vnd.oci.image.layer.v1.tar", layer)));
        String digest = content.setManifest(manifest, "v1").getDigest();

        GetManifestResult read = content.getManifest("v1");
        ByteArrayOutputStream downloaded = new ByteArrayOutputStream();
        content.downloadStream(layer.getDigest(), Channels.newChannel(downloaded));
        assertThat(read.getDigest()).isEqualTo(digest);
        assertThat(read.getManifest().toObject(OciImageManifest.class).getLayers())
                .hasSize(1);
        assertThat(downloaded.toByteArray()).isEqualTo(large);
    }

    private static OciDescriptor descriptor(String mediaType, UploadRegistryBlobResult blob) {
        return new OciDescriptor()
                .setMediaType(mediaType)
                .setDigest(blob.getDigest())
                .setSizeInBytes(blob.getSizeInBytes());
    }

    private ContainerRegistryClient client() {
        return new ContainerRegistryClientBuilder()
                .endpoint(registry.endpoint())
                .credential(new EmulatorCredential(registry))
                .httpClient(http)
                .buildClient();
    }

    private ContainerRegistryContentClient content(String repository) {
        return new ContainerRegistryContentClientBuilder()
                .endpoint(registry.endpoint())
                .repositoryName(repository)
                .credential(new EmulatorCredential(registry))
                .httpClient(http)
                .buildClient();
    }

    private RegistryArtifact artifact(String tag) {
        return client().getArtifact(REPOSITORY, tag);
    }

    private static HttpClient trusting(RegistryEmulator registry) {
        try {
            SslContext tls = SslContextBuilder.forClient()
                    .trustManager(registry.certificate())
                    .build();
            return new NettyAsyncHttpClientBuilder(
                            reactor.netty.http.client.HttpClient.create().secure(spec -> spec.sslContext(tls)))
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }
}
