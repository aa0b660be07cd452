// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import com.azure.core.credential.AccessToken;
import com.azure.core.http.rest.PagedIterable;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.RegistryArtifact;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.registry.models.UploadBlobOptions;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The blocking API. */
final class SyncWay implements Way {
    private final ContainerRegistryClient client;
    private final Function<String, ContainerRegistryContentClient> contents;

    SyncWay(ContainerRegistryClient client, Function<String, ContainerRegistryContentClient> contents) {
        this.client = client;
        this.contents = contents;
    }

    @Override
    public List<String> repositoryNames() {
        return client.listRepositoryNames().stream().toList();
    }

    @Override
    public List<List<String>> repositoryPages(int size, Optional<String> from) {
        return pages(client.listRepositoryNames(), size, from, name -> name);
    }

    @Override
    public int deleteRepository(@Nullable String repository) {
        return client.deleteRepositoryWithResponse(repository, Context.NONE).getStatusCode();
    }

    @Override
    public int deleteSelf(String repository) {
        return client.getRepository(repository).deleteWithResponse(Context.NONE).getStatusCode();
    }

    @Override
    public ContainerRepositoryProperties properties(String repository) {
        return client.getRepository(repository).getProperties();
    }

    @Override
    public ContainerRepositoryProperties update(String repository, @Nullable ContainerRepositoryProperties changes) {
        return client.getRepository(repository).updateProperties(changes);
    }

    @Override
    public List<ArtifactManifestProperties> manifests(String repository, ArtifactManifestOrder order) {
        return client.getRepository(repository).listManifestProperties(order).stream()
                .toList();
    }

    @Override
    public List<List<String>> manifestPages(String repository, int size, Optional<String> from) {
        return pages(
                client.getRepository(repository).listManifestProperties(),
                size,
                from,
                ArtifactManifestProperties::getDigest);
    }

    @Override
    public List<ArtifactTagProperties> allTags(String repository, ArtifactTagOrder order) {
        return client.getRepository(repository).listTagProperties(order).stream()
                .toList();
    }

    @Override
    public List<ArtifactTagProperties> tagsOf(String repository, String reference, ArtifactTagOrder order) {
        return artifact(repository, reference).listTagProperties(order).stream().toList();
    }

    @Override
    public List<List<String>> tagPages(String repository, String reference, int size, Optional<String> from) {
        return pages(artifact(repository, reference).listTagProperties(), size, from, ArtifactTagProperties::getName);
    }

    @Override
    public AccessToken refreshToken() {
        return client.exchangeForRefreshToken();
    }

    @Override
    public AccessToken accessToken(String... scopes) {
        return client.exchangeForAccessToken(scopes);
    }

    @Override
    public String fullyQualifiedReference(@Nullable String repository, @Nullable String reference) {
        return client.getArtifact(repository, reference).getFullyQualifiedReference();
    }

    @Override
    public ArtifactManifestProperties manifestProperties(String repository, String reference) {
        return artifact(repository, reference).getManifestProperties();
    }

    @Override
    public ArtifactManifestProperties updateManifest(
            String repository, String reference, @Nullable ArtifactManifestProperties changes) {
        return artifact(repository, reference).updateManifestProperties(changes);
    }

    @Override
    public int deleteArtifact(String repository, String reference) {
        return artifact(repository, reference).deleteWithResponse(Context.NONE).getStatusCode();
    }

    @Override
    public ArtifactTagProperties tagProperties(String repository, @Nullable String tag) {
        return artifact(repository, "any").getTagProperties(tag);
    }

    @Override
    public ArtifactTagProperties updateTag(
            String repository, @Nullable String tag, @Nullable ArtifactTagProperties changes) {
        return artifact(repository, "any").updateTagProperties(tag, changes);
    }

    @Override
    public int deleteTag(String repository, @Nullable String tag) {
        return artifact(repository, "any")
                .deleteTagWithResponse(tag, Context.NONE)
                .getStatusCode();
    }

    @Override
    public UploadRegistryBlobResult upload(String repository, @Nullable BinaryData content) {
        return contents.apply(repository).uploadBlob(content);
    }

    @Override
    public byte[] download(String repository, @Nullable String digest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        contents.apply(repository).downloadStream(digest, Channels.newChannel(bytes));
        return bytes.toByteArray();
    }

    @Override
    public UploadRegistryBlobResult uploadFile(String repository, @Nullable Path file) {
        return contents.apply(repository).uploadBlobFromFile(file);
    }

    @Override
    public UploadRegistryBlobResult uploadStream(String repository, InputStream stream) {
        return contents.apply(repository).uploadBlobFromStream(stream);
    }

    @Override
    public Response<UploadRegistryBlobResult> uploadWith(String repository, @Nullable UploadBlobOptions options) {
        return contents.apply(repository).uploadBlobWithResponse(options, Context.NONE);
    }

    @Override
    public byte[] content(String repository, @Nullable String digest) {
        return contents.apply(repository).downloadBlobContent(digest).toBytes();
    }

    @Override
    public byte[] stream(String repository, @Nullable String digest) {
        try (InputStream stream = contents.apply(repository).openBlobStream(digest)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new UncheckedIOException(e);
        }
    }

    @Override
    public Response<Void> downloadTo(String repository, @Nullable String digest, @Nullable Path file) {
        return contents.apply(repository).downloadBlobToFileWithResponse(digest, file, Context.NONE);
    }

    @Override
    public String setManifest(String repository, @Nullable OciImageManifest manifest, @Nullable String tag) {
        return contents.apply(repository).setManifest(manifest, tag).getDigest();
    }

    @Override
    public String setManifest(String repository, @Nullable SetManifestOptions options) {
        return contents.apply(repository)
                .setManifestWithResponse(options, Context.NONE)
                .getValue()
                .getDigest();
    }

    @Override
    public GetManifestResult manifest(String repository, @Nullable String reference) {
        return contents.apply(repository).getManifest(reference);
    }

    @Override
    public int deleteManifest(String repository, @Nullable String digest) {
        return contents.apply(repository)
                .deleteManifestWithResponse(digest, Context.NONE)
                .getStatusCode();
    }

    @Override
    public int deleteBlob(String repository, @Nullable String digest) {
        return contents.apply(repository)
                .deleteBlobWithResponse(digest, Context.NONE)
                .getStatusCode();
    }

    private RegistryArtifact artifact(String repository, String reference) {
        return client.getArtifact(repository, reference);
    }

    private static <T> List<List<String>> pages(
            PagedIterable<T> items, int size, Optional<String> from, Function<T, String> name) {
        Iterable<PagedResponse<T>> pages =
                from.map(token -> items.iterableByPage(token, size)).orElseGet(() -> items.iterableByPage(size));
        List<List<String>> names = new java.util.ArrayList<>();
        pages.forEach(page -> names.add(page.getValue().stream().map(name).toList()));
        return names;
    }
}
