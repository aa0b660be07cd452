// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What came of a blob upload. Immutable. */
public final class UploadRegistryBlobResult {
    private final String digest;
    private final long sizeInBytes;

    private UploadRegistryBlobResult(Builder builder) {
        digest = Objects.requireNonNull(builder.digest, "'digest' is not set");
        sizeInBytes = builder.sizeInBytes;
    }

    /**
     * Starts a result with nothing set.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Gives the digest of the content.
     *
     * @return the value, never null
     */
    public String getDigest() {
        return digest;
    }

    /**
     * Gives the number of bytes uploaded.
     *
     * @return the value
     */
    public long getSizeInBytes() {
        return sizeInBytes;
    }

    /** Makes {@link UploadRegistryBlobResult}: for readers of service answers and for tests. Not thread-safe. */
    public static final class Builder {
        private @Nullable String digest;
        private long sizeInBytes;

        private Builder() {}

        /**
         * Sets the digest of the content.
         *
         * @param digest the value, not null
         * @return this builder
         */
        public Builder digest(String digest) {
            this.digest = Objects.requireNonNull(digest, "'digest' cannot be null");
            return this;
        }

        /**
         * Sets the number of bytes uploaded.
         *
         * @param sizeInBytes the value
         * @return this builder
         */
        public Builder sizeInBytes(long sizeInBytes) {
            this.sizeInBytes = sizeInBytes;
            return this;
        }

        /**
         * Makes the result; the builder may be used again.
         *
         * @return the result
         * @throws NullPointerException if {@code digest} is not set
         */
        public UploadRegistryBlobResult build() {
            return new UploadRegistryBlobResult(this);
        }
    }
}
