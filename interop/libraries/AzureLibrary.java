// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

import com.azure.containers.containerregistry.ContainerRegistryClient;
import com.azure.containers.containerregistry.ContainerRegistryClientBuilder;
import com.azure.containers.containerregistry.ContainerRegistryContentClient;
import com.azure.containers.containerregistry.ContainerRegistryContentClientBuilder;
import com.azure.containers.containerregistry.models.ArtifactTagProperties;
import com.azure.containers.containerregistry.models.OciDescriptor;
import com.azure.containers.containerregistry.models.OciImageManifest;
import com.azure.containers.containerregistry.models.UploadRegistryBlobResult;
import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.util.BinaryData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import reactor.core.publisher.Mono;

/** What Azure's own library does with a registry; run as a source file with that library's jars. */
public final class AzureLibrary {
    private static final String REPOSITORY = "from/azure";

    private final String endpoint;
    private final String token;

    private AzureLibrary(String endpoint, String token) {
        this.endpoint = endpoint;
        this.token = token;
    }

    /** {@code ENDPOINT TOKEN-FILE}; prints a line for every check, which builds on those before it. */
    public static void main(String[] args) throws IOException {
        AzureLibrary azure = new AzureLibrary(args[0], Files.readString(Path.of(args[1])));
        run("pushes and pulls an image, in chunks", azure::push);
        run("lists repositories and manifests", azure::list);
        run("locks and unlocks a tag", azure::lock);
        run("deletes an image and a repository", azure::delete);
    }

    private static void run(String what, Runnable check) {
        try {
            check.run();
            System.out.println("ok " + what);
        } catch (RuntimeException e) {
            e.printStackTrace();
            System.out.println("FAILED " + what);
        }
    }

    private void push() {
        byte[] bytes = new byte[9 * 1024 * 1024 + 5];
        new Random(7).nextBytes(bytes);
        ContainerRegistryContentClient content = content();
        UploadRegistryBlobResult layer = content.uploadBlob(BinaryData.fromBytes(bytes));
        UploadRegistryBlobResult config = content.uploadBlob(BinaryData.fromString("{}"));
        OciImageManifest manifest = new OciImageManifest()
                .setSchemaVersion(2)
                .setConfiguration(descriptor("application/vnd.oci.image.config.v1+json", config))
                .setLayers(List.of(descriptor("application/vnd.oci.image.layer.v1.tar", layer)));
        String digest = content.setManifest(manifest, "v1").getDigest();
        check(content.getManifest("v1").getDigest().equals(digest), "the tag names another manifest");
        ByteArrayOutputStream pulled = new ByteArrayOutputStream();
        content.downloadStream(layer.getDigest(), Channels.newChannel(pulled));
        check(Arrays.equals(pulled.toByteArray(), bytes), "the layer came back different");
    }

    private void list() {
        check(client().listRepositoryNames().stream().anyMatch(REPOSITORY::equals), "the repository is not listed");
        check(
                client().getRepository(REPOSITORY).listManifestProperties().stream()
                        .anyMatch(manifest -> manifest.getTags().contains("v1")),
                "the manifest is not listed");
    }

    private void lock() {
        var image = client().getArtifact(REPOSITORY, "v1");
        var locked = image.updateTagProperties("v1", new ArtifactTagProperties().setDeleteEnabled(false));
        check(!locked.isDeleteEnabled(), "the tag was not locked");
        image.updateTagProperties("v1", new ArtifactTagProperties().setDeleteEnabled(true));
    }

    private void delete() {
        client().getArtifact(REPOSITORY, "v1").delete();
        try {
            content().getManifest("v1");
        } catch (ResourceNotFoundException e) {
            client().deleteRepository(REPOSITORY);
            return;
        }
        throw new IllegalStateException("the manifest is still there");
    }

    private static OciDescriptor descriptor(String mediaType, UploadRegistryBlobResult blob) {
        return new OciDescriptor()
                .setMediaType(mediaType)
                .setDigest(blob.getDigest())
                .setSizeInBytes(blob.getSizeInBytes());
    }

    private ContainerRegistryClient client() {
        return new ContainerRegistryClientBuilder()
                .endpoint(endpoint)
                .credential(credential())
                .buildClient();
    }

    private ContainerRegistryContentClient content() {
        return new ContainerRegistryContentClientBuilder()
                .endpoint(endpoint)
                .credential(credential())
                .repositoryName(REPOSITORY)
                .buildClient();
    }

    private TokenCredential credential() {
        return request ->
                Mono.just(new AccessToken(token, OffsetDateTime.now().plusMinutes(30)));
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
