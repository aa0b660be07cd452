// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.annotation.ReturnType;
import com.azure.core.annotation.ServiceClient;
import com.azure.core.annotation.ServiceMethod;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import io.longshore.registry.internal.wire.BlobDownload;
import io.longshore.registry.internal.wire.BlobUpload;
import io.longshore.registry.internal.wire.Blobs;
import io.longshore.registry.internal.wire.Manifests;
import io.longshore.registry.internal.wire.Repository;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.registry.models.SetManifestResult;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The async twin of {@link ContainerRegistryContentClient}: nothing is sent before a subscription, wrong arguments
 * arrive in the {@code Mono}, and no thread of Reactor is ever blocked.
 */
@ServiceClient(builder = ContainerRegistryContentClientBuilder.class, isAsync = true)
public final class ContainerRegistryContentAsyncClient {
    private final RegistryConnection connection;
    private final Repository repository;

    ContainerRegistryContentAsyncClient(RegistryConnection connection, @Nullable String repositoryName) {
        this.connection = connection;
        this.repository = connection.repository(repositoryName);
    }

    /**
     * Gives the repository's name.
     *
     * @return the name
     */
    public String getRepositoryName() {
        return repository.name();
    }

    /**
     * Gives the registry's endpoint.
     *
     * @return the endpoint as it was given to the builder
     */
    public String getEndpoint() {
        return connection.address();
    }

    /**
     * Stores an OCI image manifest under its digest and a tag.
     *
     * @param manifest the manifest
     * @param tag the tag to point to it, or null for none
     * @return its digest
     * @see ContainerRegistryContentClient#setManifest
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<SetManifestResult> setManifest(@Nullable OciImageManifest manifest, @Nullable String tag) {
        return connection
                .async()
                .call(
                        "ContainerRegistryContentAsyncClient.setManifest",
                        () -> manifests().set(Manifests.options(manifest, tag)))
                .map(Response::getValue);
    }

    /**
     * Stores a manifest under its digest and, if the options name one, a tag.
     *
     * @param options the manifest's bytes, media type and tag
     * @return the service's answer with the digest
     * @see ContainerRegistryContentClient#setManifestWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<SetManifestResult>> setManifestWithResponse(@Nullable SetManifestOptions options) {
        return connection
                .async()
                .call(
                        "ContainerRegistryContentAsyncClient.setManifest",
                        () -> manifests().set(options));
    }

    /**
     * Uploads a blob. Besides the buffers of the content itself, no more than three times 8 MiB are in memory, and a
     * copy of the buffer that is being cut.
     *
     * @param content the content, read once for each subscription
     * @return its digest and length
     * @see ContainerRegistryContentClient#uploadBlob(BinaryData)
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<UploadRegistryBlobResult> uploadBlob(@Nullable BinaryData content) {
        return Mono.defer(() -> connection
                .async()
                .run(
                        "ContainerRegistryContentAsyncClient.uploadBlob",
                        () -> new BlobUpload(repository).start(),
                        Objects.requireNonNull(content, "'content' cannot be null.")
                                .toFluxByteBuffer()));
    }

    /**
     * Downloads a blob: the request goes out when the content is read, which is checked against the digest at its end.
     * A failure of the download arrives there. Reading it a second time downloads it a second time.
     *
     * @param digest the blob's digest
     * @return the content
     * @see ContainerRegistryContentClient#downloadStream(String, java.nio.channels.WritableByteChannel)
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<BinaryData> downloadStream(@Nullable String digest) {
        return Mono.fromSupplier(() -> new BlobDownload(repository, digest))
                .flatMap(checked -> BinaryData.fromFlux(
                        connection
                                .async()
                                .content(
                                        "ContainerRegistryContentAsyncClient.downloadStream",
                                        () -> new BlobDownload(repository, digest).open()),
                        null,
                        false));
    }

    /**
     * Reads a manifest.
     *
     * @param tagOrDigest a tag or a digest
     * @return the service's answer with the manifest
     * @see ContainerRegistryContentClient#getManifestWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<GetManifestResult>> getManifestWithResponse(@Nullable String tagOrDigest) {
        return connection
                .async()
                .call(
                        "ContainerRegistryContentAsyncClient.getManifest",
                        () -> manifests().get(tagOrDigest));
    }

    /**
     * Reads a manifest.
     *
     * @param tagOrDigest a tag or a digest
     * @return the manifest
     * @see ContainerRegistryContentClient#getManifest
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<GetManifestResult> getManifest(@Nullable String tagOrDigest) {
        return getManifestWithResponse(tagOrDigest).map(Response::getValue);
    }

    /**
     * Deletes a manifest with all its tags.
     *
     * @param digest the manifest's digest
     * @return the service's answer
     * @see ContainerRegistryContentClient#deleteManifestWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<Void>> deleteManifestWithResponse(@Nullable String digest) {
        return connection
                .async()
                .call(
                        "ContainerRegistryContentAsyncClient.deleteManifest",
                        () -> manifests().delete(digest));
    }

    /**
     * Deletes a manifest with all its tags.
     *
     * @param digest the manifest's digest
     * @return completes when it is done
     * @see ContainerRegistryContentClient#deleteManifest
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Void> deleteManifest(@Nullable String digest) {
        return deleteManifestWithResponse(digest).then();
    }

    /**
     * Deletes a blob.
     *
     * @param digest the blob's digest
     * @return the service's answer
     * @see ContainerRegistryContentClient#deleteBlobWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<Void>> deleteBlobWithResponse(@Nullable String digest) {
        return connection.async().call("ContainerRegistryContentAsyncClient.deleteBlob", () -> blobs().delete(digest));
    }

    /**
     * Deletes a blob.
     *
     * @param digest the blob's digest
     * @return completes when it is done
     * @see ContainerRegistryContentClient#deleteBlob
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Void> deleteBlob(@Nullable String digest) {
        return deleteBlobWithResponse(digest).then();
    }

    private Manifests manifests() {
        return new Manifests(repository);
    }

    private Blobs blobs() {
        return new Blobs(repository);
    }
}
