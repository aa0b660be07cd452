// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.core.http.rest.Response;
import io.longshore.registry.internal.run.Slice;
import io.longshore.registry.internal.run.Step;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.security.MessageDigest;

/**
 * One upload: a session, the content in slices, and the digest of what went out. Two requests for content that fits one
 * slice, since the last slice rides on the request that ends the session. Single-use.
 */
public final class BlobUpload {
    /** What is held in memory, and sent by one request. */
    static final int SLICE = 8 * 1024 * 1024;

    private static final String ALGORITHM = "sha256";

    private final Blobs blobs;
    private final MessageDigest hash = Digest.algorithm(ALGORITHM);
    private long sent;

    /** An upload to a repository. */
    public BlobUpload(Repository repository) {
        this.blobs = new Blobs(repository);
    }

    /** The sequence; it ends with the digest and the length of what was stored. */
    public Step<Response<UploadRegistryBlobResult>> start() {
        return new Step.Send<>(blobs.startUpload(), this::read);
    }

    private Step<Response<UploadRegistryBlobResult>> read(String location) {
        return new Step.Read<>(SLICE, slice -> pass(location, slice));
    }

    private Step<Response<UploadRegistryBlobResult>> pass(String location, Slice slice) {
        hash.update(slice.bytes());
        long offset = sent;
        sent += slice.length();
        return slice.last()
                ? finish(location, slice)
                : new Step.Send<>(blobs.append(location, offset, slice), this::read);
    }

    private Step<Response<UploadRegistryBlobResult>> finish(String location, Slice last) {
        Digest digest = Digest.of(ALGORITHM, hash.digest());
        return new Step.Send<>(
                blobs.commit(location, last, digest),
                stored -> new Step.Done<>(stored.with(UploadRegistryBlobResult.builder()
                        .digest(digest.toString())
                        .sizeInBytes(sent)
                        .build())));
    }
}
