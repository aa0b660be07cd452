// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.registry.models.SetManifestResult;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** {@code ContainerRegistryContentClient} and its async twin. */
public interface Content {
    String endpoint();

    String repositoryName();

    SetManifestResult setManifest(@Nullable OciImageManifest manifest, @Nullable String tag);

    SetManifestResult setManifest(@Nullable SetManifestOptions options);

    GetManifestResult manifest(@Nullable String tagOrDigest);

    /** The status. */
    int deleteManifest(@Nullable String digest);

    UploadRegistryBlobResult upload(@Nullable BinaryData content);

    UploadRegistryBlobResult uploadFile(@Nullable Path file);

    UploadRegistryBlobResult uploadStream(@Nullable InputStream stream);

    /** The whole blob at once. */
    byte[] download(@Nullable String digest);

    /** The blob piece by piece, as the reader pulls it; .NET's {@code DownloadBlobStreaming}. */
    void read(@Nullable String digest, OutputStream sink);

    /** The blob pushed into a channel; .NET's {@code DownloadBlobTo} a stream. */
    void downloadTo(@Nullable String digest, OutputStream sink);

    void downloadToFile(@Nullable String digest, @Nullable Path file);

    /** The status. */
    int deleteBlob(@Nullable String digest);

    /** A request of the caller's own through the client's pipeline. */
    HttpResponse send(HttpRequest request);
}
