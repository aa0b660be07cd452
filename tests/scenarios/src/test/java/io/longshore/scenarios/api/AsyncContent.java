// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.FluxUtil;
import io.longshore.registry.ContainerRegistryContentAsyncClient;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.registry.models.SetManifestResult;
import io.longshore.registry.models.UploadBlobOptions;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

record AsyncContent(ContainerRegistryContentAsyncClient client) implements Content {
    @Override
    public String endpoint() {
        return client.getEndpoint();
    }

    @Override
    public String repositoryName() {
        return client.getRepositoryName();
    }

    @Override
    public SetManifestResult setManifest(@Nullable OciImageManifest manifest, @Nullable String tag) {
        return Awaited.value(client.setManifest(manifest, tag));
    }

    @Override
    public SetManifestResult setManifest(@Nullable SetManifestOptions options) {
        return Awaited.value(client.setManifestWithResponse(options)).getValue();
    }

    @Override
    public GetManifestResult manifest(@Nullable String tagOrDigest) {
        return Awaited.value(client.getManifest(tagOrDigest));
    }

    @Override
    public int deleteManifest(@Nullable String digest) {
        return Awaited.status(client.deleteManifestWithResponse(digest));
    }

    @Override
    public UploadRegistryBlobResult upload(@Nullable BinaryData content) {
        return Awaited.value(client.uploadBlob(content));
    }

    @Override
    public UploadRegistryBlobResult uploadFile(@Nullable Path file) {
        return Awaited.value(client.uploadBlobFromFile(file));
    }

    @Override
    public UploadRegistryBlobResult uploadStream(@Nullable InputStream stream) {
        return Awaited.value(client.uploadBlobWithResponse(new UploadBlobOptions(stream)))
                .getValue();
    }

    @Override
    public byte[] download(@Nullable String digest) {
        return Awaited.value(client.downloadBlobContent(digest)).toBytes();
    }

    @Override
    public void read(@Nullable String digest, OutputStream sink) {
        Awaited.end(client.downloadStream(digest)
                .flatMapMany(BinaryData::toFluxByteBuffer)
                .doOnNext(bytes -> write(bytes, sink))
                .then());
    }

    @Override
    public void downloadTo(@Nullable String digest, OutputStream sink) {
        Awaited.end(client.downloadStream(digest)
                .flatMap(content ->
                        FluxUtil.writeToWritableByteChannel(content.toFluxByteBuffer(), Channels.newChannel(sink))));
    }

    @Override
    public void downloadToFile(@Nullable String digest, @Nullable Path file) {
        Awaited.end(client.downloadBlobToFile(digest, file));
    }

    @Override
    public int deleteBlob(@Nullable String digest) {
        return Awaited.status(client.deleteBlobWithResponse(digest));
    }

    @Override
    public HttpResponse send(HttpRequest request) {
        return Awaited.value(client.getHttpPipeline().send(request));
    }

    private static void write(ByteBuffer bytes, OutputStream sink) {
        try {
            sink.write(FluxUtil.byteBufferToArray(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
