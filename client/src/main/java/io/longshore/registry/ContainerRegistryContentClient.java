// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.annotation.ReturnType;
import com.azure.core.annotation.ServiceClient;
import com.azure.core.annotation.ServiceMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.longshore.registry.internal.content.ChannelSink;
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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Moves the manifests and blobs of one repository: enough to push and to pull an image.
 *
 * <pre>{@code
 * UploadRegistryBlobResult layer = client.uploadBlob(BinaryData.fromFile(Path.of("layer.tar.gz")));
 * OciImageManifest manifest = new OciImageManifest()
 *         .setConfiguration(config)
 *         .setLayers(List.of(new OciDescriptor()
 *                 .setMediaType("application/vnd.oci.image.layer.v1.tar+gzip")
 *                 .setDigest(layer.getDigest())
 *                 .setSizeInBytes(layer.getSizeInBytes())));
 * client.setManifest(manifest, "v1");
 * }</pre>
 *
 * <p>Thread-safe; keep one for the life of the program.
 */
@ServiceClient(builder = ContainerRegistryContentClientBuilder.class)
public class ContainerRegistryContentClient {
    private final RegistryConnection connection;
    private final String name;

    /**
     * For stand-ins in tests, which extend this class and override what is called. A method that is not overridden
     * throws an {@link UnsupportedOperationException} that says so.
     */
    protected ContainerRegistryContentClient() {
        this.connection = RegistryConnection.standIn(ContainerRegistryContentClient.class);
        this.name = "";
    }

    ContainerRegistryContentClient(RegistryConnection connection, @Nullable String repositoryName) {
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
     * Stores an OCI image manifest under its digest and a tag. The blobs that it names have to be there.
     *
     * @param manifest the manifest
     * @param tag the tag to point to it, or null for none
     * @return its digest
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public SetManifestResult setManifest(@Nullable OciImageManifest manifest, @Nullable String tag) {
        return setManifestWithResponse(Manifests.options(manifest, tag), Context.NONE)
                .getValue();
    }

    /**
     * Stores a manifest, byte for byte, under its digest and, if the options name one, a tag. The digest that the
     * registry names has to be that of the bytes.
     *
     * @param options the manifest's bytes, media type and tag
     * @param context passed through the pipeline
     * @return the service's answer with the digest
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<SetManifestResult> setManifestWithResponse(
            @Nullable SetManifestOptions options, @Nullable Context context) {
        return connection
                .sync()
                .run("ContainerRegistryContentClient.setManifest", manifests().set(options), context);
    }

    /**
     * Uploads a blob: two requests up to 8 MiB, one more for each further 8 MiB. Besides what the content itself holds,
     * no more than three times 8 MiB are in memory. The digest that the registry names has to be that of the content.
     *
     * @param content the content, read once
     * @return its digest and length
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public UploadRegistryBlobResult uploadBlob(@Nullable BinaryData content) {
        return uploadBlob(content, Context.NONE);
    }

    /**
     * Uploads a blob: two requests up to 8 MiB, one more for each further 8 MiB. Besides what the content itself holds,
     * no more than three times 8 MiB are in memory. The digest that the registry names has to be that of the content.
     *
     * @param content the content, read once
     * @param context passed through the pipeline
     * @return its digest and length
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public UploadRegistryBlobResult uploadBlob(@Nullable BinaryData content, @Nullable Context context) {
        return uploadBlobWithResponse(
                        new UploadBlobOptions(Objects.requireNonNull(content, "'content' cannot be null.")), context)
                .getValue();
    }

    /**
     * Uploads a file as a blob: from where it is, in parts of 64 MiB that are not held in memory. The file is read
     * twice, for its digest and to be sent, and must not change meanwhile. The digest that the registry names has to be
     * that of the content.
     *
     * @param file the file
     * @return its digest and length
     * @throws UncheckedIOException if the file is missing, a directory or unreadable, before anything is sent; or if it
     *     changed meanwhile
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public UploadRegistryBlobResult uploadBlobFromFile(@Nullable Path file) {
        return uploadBlobWithResponse(
                        new UploadBlobOptions(Objects.requireNonNull(file, "'file' cannot be null.")), Context.NONE)
                .getValue();
    }

    /**
     * Uploads what a stream gives as a blob, from where it stands to its end, in parts of 8 MiB. The stream is not
     * closed. The digest that the registry names has to be that of the content.
     *
     * @param stream the stream, read once
     * @return the digest and length of what it gave
     * @throws UncheckedIOException if the stream fails, with its exception as the cause
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public UploadRegistryBlobResult uploadBlobFromStream(@Nullable InputStream stream) {
        return uploadBlobWithResponse(
                        new UploadBlobOptions(Objects.requireNonNull(stream, "'stream' cannot be null.")), Context.NONE)
                .getValue();
    }

    /**
     * Uploads a blob, as {@link #uploadBlob}, {@link #uploadBlobFromFile} and {@link #uploadBlobFromStream} do. The
     * digest that the registry names has to be that of the content; a registry that stores a blob under its sha512
     * digest may name its sha256 one.
     *
     * @param options the content, and the algorithm of its digest
     * @param context passed through the pipeline
     * @return the service's answer to the request that ended the upload, with the blob's digest and length
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<UploadRegistryBlobResult> uploadBlobWithResponse(
            @Nullable UploadBlobOptions options, @Nullable Context context) {
        Objects.requireNonNull(options, "'options' cannot be null.");
        return connection
                .sync()
                .run(
                        "ContainerRegistryContentClient.uploadBlob",
                        new BlobUpload(repository(), options.getDigestAlgorithm()).start(),
                        BlobUpload.source(options),
                        context);
    }

    /**
     * Downloads a blob and writes all of it to a channel, which stays open. A broken connection is followed by a
     * request for the rest. The content is checked against the digest at its end: after a failure, discard what was
     * written.
     *
     * @param digest the blob's digest
     * @param channel where the content goes
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public void downloadStream(@Nullable String digest, @Nullable WritableByteChannel channel) {
        downloadStream(digest, channel, Context.NONE);
    }

    /**
     * Downloads a blob and writes all of it to a channel, which stays open. A broken connection is followed by a
     * request for the rest. The content is checked against the digest at its end: after a failure, discard what was
     * written.
     *
     * @param digest the blob's digest
     * @param channel where the content goes
     * @param context passed through the pipeline
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public void downloadStream(
            @Nullable String digest, @Nullable WritableByteChannel channel, @Nullable Context context) {
        Objects.requireNonNull(channel, "'channel' cannot be null.");
        connection
                .sync()
                .download(
                        "ContainerRegistryContentClient.downloadStream",
                        new BlobDownload(repository(), digest),
                        () -> new ChannelSink(channel),
                        (answer, sink) -> sink,
                        context);
    }

    /**
     * Reads a blob into memory: for configurations and other small blobs. A broken connection is followed by a request
     * for the rest. The content is checked against the digest before it is given.
     *
     * @param digest the blob's digest
     * @return the content
     * @throws IllegalStateException if it is more than a byte array can hold (2 GiB); before it is read, where the
     *     registry tells its length
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public BinaryData downloadBlobContent(@Nullable String digest) {
        return downloadBlobContentWithResponse(digest, Context.NONE).getValue();
    }

    /**
     * Reads a blob into memory: for configurations and other small blobs. A broken connection is followed by a request
     * for the rest. The content is checked against the digest before it is given.
     *
     * @param digest the blob's digest
     * @param context passed through the pipeline
     * @return the first answer that came with content, with all of the content
     * @throws IllegalStateException if it is more than a byte array can hold (2 GiB); before it is read, where the
     *     registry tells its length
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<BinaryData> downloadBlobContentWithResponse(@Nullable String digest, @Nullable Context context) {
        BlobDownload download = new BlobDownload(repository(), digest);
        return connection
                .sync()
                .download(
                        "ContainerRegistryContentClient.downloadBlobContent",
                        download,
                        () -> new MemorySink(download.name()),
                        (answer, sink) -> answer.with(sink.content()),
                        context);
    }

    /**
     * Opens a blob as a stream, to be read and closed by the caller; closing it early is fine. A broken connection is
     * followed by a request for the rest.
     *
     * <pre>{@code
     * try (InputStream layer = client.openBlobStream(digest)) {
     *     new GZIPInputStream(layer).transferTo(target);
     *     layer.transferTo(OutputStream.nullOutputStream());
     * }
     * }</pre>
     *
     * <p>The content is checked against the digest at its end: the read that would return -1 throws if it is wrong, so
     * only what was read to the end is known to be right. Readers of archives stop before that, or keep such an
     * exception to themselves: hence the second line of the example. Whatever fails while reading is an
     * {@code IOException}, with the library's own exception as its cause, and so is every read after that one.
     *
     * <p>One thread reads; another one may close the stream, which ends a read that waits for the network. There is no
     * limit to how long the whole takes; a connection that stands still is given up after the HTTP client's limit.
     *
     * @param digest the blob's digest
     * @return the content
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public InputStream openBlobStream(@Nullable String digest) {
        return openBlobStreamWithResponse(digest, Context.NONE).getValue();
    }

    /**
     * Opens a blob as a stream, as {@link #openBlobStream} does.
     *
     * @param digest the blob's digest
     * @param context passed through the pipeline
     * @return the first answer that came with content, with the stream
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<InputStream> openBlobStreamWithResponse(@Nullable String digest, @Nullable Context context) {
        return connection.sync().stream(
                "ContainerRegistryContentClient.openBlobStream", new BlobDownload(repository(), digest), context);
    }

    /**
     * Downloads a blob to a file, which appears under its name when it is whole and has the right digest. Until then it
     * grows beside it, as {@code .longshore-….part}. After a failure nothing of it is left, and a file that was there
     * before is as it was; a symbolic link is replaced, not followed. A broken connection is followed by a request for
     * the rest.
     *
     * @param digest the blob's digest
     * @param file the file, which is replaced if it exists; its folder has to exist
     * @throws UncheckedIOException if the folder does not exist or cannot be written to, or the file is a directory or
     *     device, before anything is sent; or if writing fails
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public void downloadBlobToFile(@Nullable String digest, @Nullable Path file) {
        downloadBlobToFileWithResponse(digest, file, Context.NONE);
    }

    /**
     * Downloads a blob to a file, as {@link #downloadBlobToFile} does.
     *
     * @param digest the blob's digest
     * @param file the file, which is replaced if it exists; its folder has to exist
     * @param context passed through the pipeline
     * @return the first answer that came with content
     * @throws UncheckedIOException if the folder does not exist or cannot be written to, or the file is a directory or
     *     device, before anything is sent; or if writing fails
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<Void> downloadBlobToFileWithResponse(
            @Nullable String digest, @Nullable Path file, @Nullable Context context) {
        Objects.requireNonNull(file, "'file' cannot be null.");
        return connection
                .sync()
                .download(
                        "ContainerRegistryContentClient.downloadBlobToFile",
                        new BlobDownload(repository(), digest),
                        () -> new FileSink(file),
                        (answer, sink) -> answer.withoutValue(),
                        context);
    }

    /**
     * Reads a manifest, byte for byte, of at most 4 MiB. Its content is checked against the digest that was asked for
     * and against the one that the registry names.
     *
     * @param tagOrDigest a tag or a digest
     * @param context passed through the pipeline
     * @return the service's answer with the manifest
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<GetManifestResult> getManifestWithResponse(
            @Nullable String tagOrDigest, @Nullable Context context) {
        return connection
                .sync()
                .run("ContainerRegistryContentClient.getManifest", manifests().get(tagOrDigest), context);
    }

    /**
     * Reads a manifest, byte for byte, of at most 4 MiB. Its content is checked against the digest that was asked for
     * and against the one that the registry names.
     *
     * @param tagOrDigest a tag or a digest
     * @return the manifest
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public GetManifestResult getManifest(@Nullable String tagOrDigest) {
        return getManifestWithResponse(tagOrDigest, Context.NONE).getValue();
    }

    /**
     * Deletes a manifest with all its tags. One that does not exist counts as deleted; the status then is 404.
     *
     * @param digest the manifest's digest
     * @param context passed through the pipeline
     * @return the service's answer
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<Void> deleteManifestWithResponse(@Nullable String digest, @Nullable Context context) {
        return connection
                .sync()
                .run(
                        "ContainerRegistryContentClient.deleteManifest",
                        manifests().delete(digest),
                        context);
    }

    /**
     * Deletes a manifest with all its tags. One that does not exist counts as deleted; the status then is 404.
     *
     * @param digest the manifest's digest
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public void deleteManifest(@Nullable String digest) {
        deleteManifestWithResponse(digest, Context.NONE);
    }

    /**
     * Deletes a blob. One that does not exist counts as deleted; the status then is 404.
     *
     * @param digest the blob's digest
     * @param context passed through the pipeline
     * @return the service's answer
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<Void> deleteBlobWithResponse(@Nullable String digest, @Nullable Context context) {
        return connection.sync().run("ContainerRegistryContentClient.deleteBlob", blobs().delete(digest), context);
    }

    /**
     * Deletes a blob. One that does not exist counts as deleted; the status then is 404.
     *
     * @param digest the blob's digest
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public void deleteBlob(@Nullable String digest) {
        deleteBlobWithResponse(digest, Context.NONE);
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
