// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import com.azure.core.credential.AccessToken;
import com.azure.core.http.rest.PagedFlux;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryContentAsyncClient;
import io.longshore.registry.RegistryArtifactAsync;
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
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The reactive API, subscribed on a thread that must not be blocked. */
final class AsyncWay implements Way {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ContainerRegistryAsyncClient client;
    private final Function<String, ContainerRegistryContentAsyncClient> contents;

    AsyncWay(ContainerRegistryAsyncClient client, Function<String, ContainerRegistryContentAsyncClient> contents) {
        this.client = client;
        this.contents = contents;
    }

    @Override
    public List<String> repositoryNames() {
        return all(client.listRepositoryNames());
    }

    @Override
    public List<List<String>> repositoryPages(int size, Optional<String> from) {
        return pages(client.listRepositoryNames(), size, from, name -> name);
    }

    @Override
    public int deleteRepository(@Nullable String repository) {
        return status(client.deleteRepositoryWithResponse(repository));
    }

    @Override
    public int deleteSelf(String repository) {
        return status(client.getRepository(repository).deleteWithResponse());
    }

    @Override
    public ContainerRepositoryProperties properties(String repository) {
        return value(client.getRepository(repository).getProperties());
    }

    @Override
    public ContainerRepositoryProperties update(String repository, @Nullable ContainerRepositoryProperties changes) {
        return value(client.getRepository(repository).updateProperties(changes));
    }

    @Override
    public List<ArtifactManifestProperties> manifests(String repository, ArtifactManifestOrder order) {
        return all(client.getRepository(repository).listManifestProperties(order));
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
        return all(client.getRepository(repository).listTagProperties(order));
    }

    @Override
    public List<ArtifactTagProperties> tagsOf(String repository, String reference, ArtifactTagOrder order) {
        return all(artifact(repository, reference).listTagProperties(order));
    }

    @Override
    public List<List<String>> tagPages(String repository, String reference, int size, Optional<String> from) {
        return pages(artifact(repository, reference).listTagProperties(), size, from, ArtifactTagProperties::getName);
    }

    @Override
    public AccessToken refreshToken() {
        return value(client.exchangeForRefreshToken());
    }

    @Override
    public AccessToken accessToken(String... scopes) {
        return value(client.exchangeForAccessToken(scopes));
    }

    @Override
    public String fullyQualifiedReference(@Nullable String repository, @Nullable String reference) {
        return client.getArtifact(repository, reference).getFullyQualifiedReference();
    }

    @Override
    public ArtifactManifestProperties manifestProperties(String repository, String reference) {
        return value(artifact(repository, reference).getManifestProperties());
    }

    @Override
    public ArtifactManifestProperties updateManifest(
            String repository, String reference, @Nullable ArtifactManifestProperties changes) {
        return value(artifact(repository, reference).updateManifestProperties(changes));
    }

    @Override
    public int deleteArtifact(String repository, String reference) {
        return status(artifact(repository, reference).deleteWithResponse());
    }

    @Override
    public ArtifactTagProperties tagProperties(String repository, @Nullable String tag) {
        return value(artifact(repository, "any").getTagProperties(tag));
    }

    @Override
    public ArtifactTagProperties updateTag(
            String repository, @Nullable String tag, @Nullable ArtifactTagProperties changes) {
        return value(artifact(repository, "any").updateTagProperties(tag, changes));
    }

    @Override
    public int deleteTag(String repository, @Nullable String tag) {
        return status(artifact(repository, "any").deleteTagWithResponse(tag));
    }

    @Override
    public UploadRegistryBlobResult upload(String repository, @Nullable BinaryData content) {
        return value(contents.apply(repository).uploadBlob(content));
    }

    @Override
    public byte[] download(String repository, @Nullable String digest) {
        return value(contents.apply(repository)
                .downloadStream(digest)
                .flatMap(content ->
                        com.azure.core.util.FluxUtil.collectBytesInByteBufferStream(content.toFluxByteBuffer())));
    }

    @Override
    public UploadRegistryBlobResult uploadFile(String repository, @Nullable Path file) {
        return value(contents.apply(repository).uploadBlobFromFile(file));
    }

    @Override
    public UploadRegistryBlobResult uploadStream(String repository, InputStream stream) {
        return uploadWith(repository, new UploadBlobOptions(stream)).getValue();
    }

    @Override
    public Response<UploadRegistryBlobResult> uploadWith(String repository, @Nullable UploadBlobOptions options) {
        return value(contents.apply(repository).uploadBlobWithResponse(options));
    }

    @Override
    public byte[] content(String repository, @Nullable String digest) {
        return value(contents.apply(repository).downloadBlobContent(digest)).toBytes();
    }

    @Override
    public byte[] stream(String repository, @Nullable String digest) {
        return download(repository, digest);
    }

    @Override
    public Response<Void> downloadTo(String repository, @Nullable String digest, @Nullable Path file) {
        return value(contents.apply(repository).downloadBlobToFileWithResponse(digest, file));
    }

    @Override
    public String setManifest(String repository, @Nullable OciImageManifest manifest, @Nullable String tag) {
        return value(contents.apply(repository).setManifest(manifest, tag)).getDigest();
    }

    @Override
    public String setManifest(String repository, @Nullable SetManifestOptions options) {
        return value(contents.apply(repository).setManifestWithResponse(options))
                .getValue()
                .getDigest();
    }

    @Override
    public GetManifestResult manifest(String repository, @Nullable String reference) {
        return value(contents.apply(repository).getManifest(reference));
    }

    @Override
    public int deleteManifest(String repository, @Nullable String digest) {
        return status(contents.apply(repository).deleteManifestWithResponse(digest));
    }

    @Override
    public int deleteBlob(String repository, @Nullable String digest) {
        return status(contents.apply(repository).deleteBlobWithResponse(digest));
    }

    private RegistryArtifactAsync artifact(String repository, String reference) {
        return client.getArtifact(repository, reference);
    }

    private static int status(Mono<? extends Response<?>> response) {
        return value(response).getStatusCode();
    }

    private static <T> T value(Mono<T> mono) {
        T value = mono.subscribeOn(Schedulers.parallel()).block(PATIENCE);
        return java.util.Objects.requireNonNull(value);
    }

    private static <T> List<T> all(Flux<T> items) {
        return value(items.collectList());
    }

    private static <T> List<List<String>> pages(
            PagedFlux<T> items, int size, Optional<String> from, Function<T, String> name) {
        Flux<PagedResponse<T>> pages =
                from.map(token -> items.byPage(token, size)).orElseGet(() -> items.byPage(size));
        return all(pages.map(page -> page.getValue().stream().map(name).toList()));
    }
}
