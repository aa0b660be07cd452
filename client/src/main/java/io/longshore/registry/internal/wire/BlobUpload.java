// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.core.http.rest.Response;
import io.longshore.registry.internal.content.Portion;
import io.longshore.registry.internal.content.Slice;
import io.longshore.registry.internal.content.Source;
import io.longshore.registry.internal.run.Step;
import io.longshore.registry.models.DigestAlgorithm;
import io.longshore.registry.models.UploadBlobOptions;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One upload: a session, the content in slices, and the digest of what went out. Two requests for content that fits one
 * small slice, since that rides on the request that ends the session. Single-use.
 */
public final class BlobUpload {
    /** What is held in memory, and what the request that ends the session may carry: ACR refuses large ones. */
    static final int SLICE = 8 * 1024 * 1024;

    /** What is sent from a file by one request. */
    static final long FILE_SLICE = 64 * 1024 * 1024;

    private final Blobs blobs;
    private final Hashes hashes;
    private final Portion portion;
    private long sent;

    /** An upload to a repository. */
    public BlobUpload(Repository repository, DigestAlgorithm algorithm) {
        this.blobs = new Blobs(repository);
        this.hashes = new Hashes(algorithm);
        this.portion = new Portion(SLICE, FILE_SLICE, hashes::update);
    }

    /** The content that options name. */
    public static Source source(@Nullable UploadBlobOptions options) {
        Objects.requireNonNull(options, "'options' cannot be null.");
        if (options.getContent() != null) {
            return new Source.Data(options.getContent());
        }
        return options.getFile() != null
                ? new Source.Disk(options.getFile())
                : new Source.Stream(Objects.requireNonNull(options.getStream()));
    }

    /** The sequence; it ends with the digest and the length of what was stored. */
    public Step<Response<UploadRegistryBlobResult>> start() {
        return new Step.Send<>(blobs.startUpload(), this::read);
    }

    private Step<Response<UploadRegistryBlobResult>> read(String location) {
        return new Step.Read<>(portion, slice -> pass(location, slice));
    }

    private Step<Response<UploadRegistryBlobResult>> pass(String location, Slice slice) {
        long offset = sent;
        sent += slice.length();
        if (slice.last() && slice.length() <= SLICE) {
            return finish(location, slice);
        }
        return new Step.Send<>(
                blobs.append(location, offset, slice), next -> slice.last() ? finish(next, Slice.end()) : read(next));
    }

    private Step<Response<UploadRegistryBlobResult>> finish(String location, Slice last) {
        List<Digest> digests = hashes.finish();
        Digest digest = digests.get(0);
        return new Step.Send<>(
                blobs.commit(location, last, digest, digests::contains),
                stored -> new Step.Done<>(stored.with(UploadRegistryBlobResult.builder()
                        .digest(digest.toString())
                        .sizeInBytes(sent)
                        .build())));
    }
}
