// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.core.util.BinaryData;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to upload as a blob, and how.
 *
 * <pre>{@code
 * UploadBlobOptions options =
 *         new UploadBlobOptions(Path.of("layer.tar.gz")).setDigestAlgorithm(DigestAlgorithm.SHA512);
 * Response<UploadRegistryBlobResult> response = client.uploadBlobWithResponse(options, Context.NONE);
 * }</pre>
 *
 * <p>Not thread-safe while it is being changed.
 */
public final class UploadBlobOptions {
    private final @Nullable BinaryData content;
    private final @Nullable Path file;
    private final @Nullable InputStream stream;
    private DigestAlgorithm digestAlgorithm = DigestAlgorithm.SHA256;

    /**
     * Makes options for content in any of azure-core's forms.
     *
     * @param content the content, not null
     */
    public UploadBlobOptions(BinaryData content) {
        this.content = Objects.requireNonNull(content, "'content' cannot be null");
        this.file = null;
        this.stream = null;
    }

    /**
     * Makes options for a file, which is opened when the upload starts, and must not change until it ends.
     *
     * @param file the file, not null
     */
    public UploadBlobOptions(Path file) {
        this.content = null;
        this.file = Objects.requireNonNull(file, "'file' cannot be null");
        this.stream = null;
    }

    /**
     * Makes options for a stream, which is read once, from where it stands to its end, and is not closed.
     *
     * @param stream the stream, not null
     */
    public UploadBlobOptions(InputStream stream) {
        this.content = null;
        this.file = null;
        this.stream = Objects.requireNonNull(stream, "'stream' cannot be null");
    }

    /**
     * Gives the content to upload.
     *
     * @return the content, or null if the options were made from a file or a stream
     */
    public @Nullable BinaryData getContent() {
        return content;
    }

    /**
     * Gives the file to upload.
     *
     * @return the file, or null if the options were made from something else
     */
    public @Nullable Path getFile() {
        return file;
    }

    /**
     * Gives the stream to upload.
     *
     * @return the stream, or null if the options were made from something else
     */
    public @Nullable InputStream getStream() {
        return stream;
    }

    /**
     * Sets the algorithm of the digest under which the blob is stored.
     *
     * @param digestAlgorithm the algorithm, not null
     * @return this object
     */
    public UploadBlobOptions setDigestAlgorithm(DigestAlgorithm digestAlgorithm) {
        this.digestAlgorithm = Objects.requireNonNull(digestAlgorithm, "'digestAlgorithm' cannot be null");
        return this;
    }

    /**
     * Gives the algorithm of the digest under which the blob is stored.
     *
     * @return the algorithm, {@link DigestAlgorithm#SHA256} unless set, never null
     */
    public DigestAlgorithm getDigestAlgorithm() {
        return digestAlgorithm;
    }
}
