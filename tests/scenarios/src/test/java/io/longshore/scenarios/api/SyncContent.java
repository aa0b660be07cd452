// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.registry.models.SetManifestResult;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

record SyncContent(ContainerRegistryContentClient client) implements Content {
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
        return client.setManifest(manifest, tag);
    }

    @Override
    public SetManifestResult setManifest(@Nullable SetManifestOptions options) {
        return client.setManifestWithResponse(options, Context.NONE).getValue();
    }

    @Override
    public GetManifestResult manifest(@Nullable String tagOrDigest) {
        return client.getManifest(tagOrDigest);
    }

    @Override
    public int deleteManifest(@Nullable String digest) {
        return client.deleteManifestWithResponse(digest, Context.NONE).getStatusCode();
    }

    @Override
    public UploadRegistryBlobResult upload(@Nullable BinaryData content) {
        return client.uploadBlob(content);
    }

    @Override
    public UploadRegistryBlobResult uploadFile(@Nullable Path file) {
        return client.uploadBlobFromFile(file);
    }

    @Override
    public UploadRegistryBlobResult uploadStream(@Nullable InputStream stream) {
        return client.uploadBlobFromStream(stream);
    }

    @Override
    public byte[] download(@Nullable String digest) {
        return client.downloadBlobContent(digest).toBytes();
    }

    @Override
    public void read(@Nullable String digest, OutputStream sink) {
        try (InputStream stream = client.openBlobStream(digest)) {
            stream.transferTo(sink);
        } catch (IOException e) {
            // A stream can say it in no other way; what is behind it is what the other methods throw.
            throw e.getCause() instanceof RuntimeException cause ? cause : new UncheckedIOException(e);
        }
    }

    @Override
    public void downloadTo(@Nullable String digest, OutputStream sink) {
        client.downloadStream(digest, Channels.newChannel(sink));
    }

    @Override
    public void downloadToFile(@Nullable String digest, @Nullable Path file) {
        client.downloadBlobToFile(digest, file);
    }

    @Override
    public int deleteBlob(@Nullable String digest) {
        return client.deleteBlobWithResponse(digest, Context.NONE).getStatusCode();
    }

    @Override
    public HttpResponse send(HttpRequest request) {
        return client.getHttpPipeline().sendSync(request, Context.NONE);
    }
}
