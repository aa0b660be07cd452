// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.annotation.ReturnType;
import com.azure.core.annotation.ServiceClient;
import com.azure.core.annotation.ServiceMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.rest.Response;
import com.azure.core.http.rest.SimpleResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        Objects.requireNonNull(content, "'content' cannot be null.");
        return connection
                .sync()
                .run(
                        "ContainerRegistryContentClient.uploadBlob",
                        new BlobUpload(repository()).start(),
                        content,
                        context)
                .getValue();
    }


    /**
     * Downloads a blob in one stream and writes all of it to a channel, which stays open. The content is checked
     * against the digest at its end: after a failure, discard what was written.
     *
     * @param digest the blob's digest
     * @param channel where the content goes
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public void downloadStream(@Nullable String digest, @Nullable WritableByteChannel channel) {
        downloadStream(digest, channel, Context.NONE);
    }

    /**
     * Downloads a blob in one stream and writes all of it to a channel, which stays open. The content is checked
     * against the digest at its end: after a failure, discard what was written.
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
                .transfer(
                        "ContainerRegistryContentClient.downloadStream",
                        new BlobDownload(repository(), digest).open(),
                        channel,
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
