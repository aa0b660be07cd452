// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.annotation.ReturnType;
import com.azure.core.annotation.ServiceClient;
import com.azure.core.annotation.ServiceMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import io.longshore.registry.internal.content.FileSink;
import io.longshore.registry.internal.content.MemorySink;
import io.longshore.registry.internal.wire.BlobDownload;
import io.longshore.registry.internal.wire.BlobUpload;
import io.longshore.registry.internal.wire.Blobs;
import io.longshore.registry.internal.wire.Manifests;
import io.longshore.registry.internal.wire.Repository;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.registry.models.SetManifestResult;
import io.longshore.registry.models.UploadBlobOptions;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The async twin of {@link ContainerRegistryContentClient}: nothing is sent before a subscription, wrong arguments
 * arrive in the {@code Mono}, and no thread of Reactor is ever blocked.
 */
@ServiceClient(builder = ContainerRegistryContentClientBuilder.class, isAsync = true)
public class ContainerRegistryContentAsyncClient {
    private final RegistryConnection connection;
    private final String name;

    /**
     * For stand-ins in tests, which extend this class and override what is called. A method that is not overridden
     * throws an {@link UnsupportedOperationException} that says so.
     */
    protected ContainerRegistryContentAsyncClient() {
        this.connection = RegistryConnection.standIn(ContainerRegistryContentAsyncClient.class);
        this.name = "";
    }

    ContainerRegistryContentAsyncClient(RegistryConnection connection, @Nullable String repositoryName) {
        this.connection = connection;
        this.name = connection.repository(repositoryName).name();
    }

    /**
     * Gives the repository's name.
     *
     * @return the name
     */
    public String getRepositoryName() {
        return repository().name();
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
     * Gives the pipeline that this client sends through, for requests of the caller's own: it puts the client's login
     * on requests to the registry, and on no others, repeats what may be repeated, and leaves redirects to the caller.
     * A challenge lets a request go out a second time, so its body has to be replayable.
     *
     * @return the pipeline; the one that was given to the builder, if one was
     */
    public HttpPipeline getHttpPipeline() {
        return connection.pipeline();
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
     * Uploads a blob. Besides the buffers of the content itself, no more than three times 8 MiB are in memory, and what
     * is left of the buffer that is being cut.
     *
     * @param content the content, read once for each subscription
     * @return its digest and length
     * @see ContainerRegistryContentClient#uploadBlob(BinaryData)
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<UploadRegistryBlobResult> uploadBlob(@Nullable BinaryData content) {
        return Mono.defer(() -> uploadBlobWithResponse(
                        new UploadBlobOptions(Objects.requireNonNull(content, "'content' cannot be null."))))
                .map(Response::getValue);
    }

    /**
     * Uploads a file as a blob, in parts of 64 MiB that are not held in memory; the file is read on a thread that is
     * made for waiting.
     *
     * @param file the file, which must not change meanwhile
     * @return its digest and length
     * @see ContainerRegistryContentClient#uploadBlobFromFile
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<UploadRegistryBlobResult> uploadBlobFromFile(@Nullable Path file) {
        return Mono.defer(() -> uploadBlobWithResponse(
                        new UploadBlobOptions(Objects.requireNonNull(file, "'file' cannot be null."))))
                .map(Response::getValue);
    }

    /**
     * Uploads a blob. A stream is good for one subscription, and read on a thread that is made for waiting; a second
     * subscription fails rather than upload what the first one left.
     *
     * @param options the content, and the algorithm of its digest, as they are at the time of the subscription
     * @return the service's answer to the request that ended the upload, with the blob's digest and length
     * @see ContainerRegistryContentClient#uploadBlobWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<UploadRegistryBlobResult>> uploadBlobWithResponse(@Nullable UploadBlobOptions options) {
        return Mono.fromSupplier(() -> BlobUpload.source(options))
                .cache()
                .flatMap(source -> connection
                        .async()
                        .run(
                                "ContainerRegistryContentAsyncClient.uploadBlob",
                                () -> new BlobUpload(
                                                repository(),
                                                Objects.requireNonNull(options).getDigestAlgorithm())
                                        .start(),
                                source));
    }

    /**
     * Downloads a blob: the request goes out when the content is read, which is checked against the digest at its end.
     * A broken connection is followed by a request for the rest. A failure of the download arrives in the content.
     * Reading it a second time downloads it a second time.
     *
     * @param digest the blob's digest
     * @return the content
     * @see ContainerRegistryContentClient#downloadStream(String, java.nio.channels.WritableByteChannel)
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<BinaryData> downloadStream(@Nullable String digest) {
        return Mono.fromSupplier(() -> new BlobDownload(repository(), digest))
                .flatMap(checked -> BinaryData.fromFlux(
                        connection
                                .async()
                                .content(
                                        "ContainerRegistryContentAsyncClient.downloadStream",
                                        () -> new BlobDownload(repository(), digest)),
                        null,
                        false));
    }

    /**
     * Reads a blob into memory.
     *
     * @param digest the blob's digest
     * @return the content
     * @see ContainerRegistryContentClient#downloadBlobContent
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<BinaryData> downloadBlobContent(@Nullable String digest) {
        return downloadBlobContentWithResponse(digest).map(Response::getValue);
    }

    /**
     * Reads a blob into memory.
     *
     * @param digest the blob's digest
     * @return the first answer that came with content, with all of the content
     * @see ContainerRegistryContentClient#downloadBlobContentWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<BinaryData>> downloadBlobContentWithResponse(@Nullable String digest) {
        return Mono.defer(() -> connection
                .async()
                .download(
                        "ContainerRegistryContentAsyncClient.downloadBlobContent",
                        () -> new BlobDownload(repository(), digest),
                        () -> new MemorySink(new BlobDownload(repository(), digest).name()),
                        (answer, sink) -> answer.with(sink.content())));
    }

    /**
     * Downloads a blob to a file, which appears under its name when it is whole and has the right digest. It is written
     * on a thread that is made for waiting. After a failure or a cancellation nothing of it is left.
     *
     * @param digest the blob's digest
     * @param file the file, which is replaced if it exists; its folder has to exist
     * @return completes when it is done
     * @see ContainerRegistryContentClient#downloadBlobToFile
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Void> downloadBlobToFile(@Nullable String digest, @Nullable Path file) {
        return downloadBlobToFileWithResponse(digest, file).then();
    }

    /**
     * Downloads a blob to a file, as {@link #downloadBlobToFile} does.
     *
     * @param digest the blob's digest
     * @param file the file, which is replaced if it exists; its folder has to exist
     * @return the first answer that came with content
     * @see ContainerRegistryContentClient#downloadBlobToFileWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<Void>> downloadBlobToFileWithResponse(@Nullable String digest, @Nullable Path file) {
        return Mono.defer(() -> {
            Path target = Objects.requireNonNull(file, "'file' cannot be null.");
            return connection
                    .async()
                    .download(
                            "ContainerRegistryContentAsyncClient.downloadBlobToFile",
                            () -> new BlobDownload(repository(), digest),
                            () -> new FileSink(target),
                            (answer, sink) -> answer.withoutValue());
        });
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

    private Repository repository() {
        return connection.repository(name);
    }

    private Manifests manifests() {
        return new Manifests(repository());
    }

    private Blobs blobs() {
        return new Blobs(repository());
    }
}
