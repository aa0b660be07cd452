// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What came of a manifest upload. Immutable. */
public final class SetManifestResult {
    private final String digest;

    private SetManifestResult(Builder builder) {
        digest = Objects.requireNonNull(builder.digest, "'digest' is not set");
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
     * Gives the digest the manifest now has in the registry, the header {@code Docker-Content-Digest}.
     *
     * @return the value, never null
     */
    public String getDigest() {
        return digest;
    }

    /** Makes {@link SetManifestResult}: for readers of service answers and for tests. Not thread-safe. */
    public static final class Builder {
        private @Nullable String digest;

        private Builder() {}

        /**
         * Sets the digest the manifest now has in the registry, the header {@code Docker-Content-Digest}.
         *
         * @param digest the value, not null
         * @return this builder
         */
        public Builder digest(String digest) {
            this.digest = Objects.requireNonNull(digest, "'digest' cannot be null");
            return this;
        }

        /**
         * Makes the result; the builder may be used again.
         *
         * @return the result
         * @throws NullPointerException if {@code digest} is not set
         */
        public SetManifestResult build() {
            return new SetManifestResult(this);
        }
    }
}
