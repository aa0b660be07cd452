// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.core.util.BinaryData;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A manifest as the registry holds it, byte for byte. Immutable. */
public final class GetManifestResult {
    private final String digest;
    private final BinaryData manifest;
    private final ManifestMediaType manifestMediaType;

    private GetManifestResult(Builder builder) {
        digest = Objects.requireNonNull(builder.digest, "'digest' is not set");
        manifest = Objects.requireNonNull(builder.manifest, "'manifest' is not set");
        manifestMediaType = Objects.requireNonNull(builder.manifestMediaType, "'manifestMediaType' is not set");
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
     * Gives the digest of the manifest, the header {@code Docker-Content-Digest}.
     *
     * @return the value, never null
     */
    public String getDigest() {
        return digest;
    }

    /**
     * Gives the bytes of the manifest.
     *
     * @return the value, never null
     */
    public BinaryData getManifest() {
        return manifest;
    }

    /**
     * Gives the media type of the manifest, the header {@code Content-Type}.
     *
     * @return the value, never null
     */
    public ManifestMediaType getManifestMediaType() {
        return manifestMediaType;
    }

    /** Makes {@link GetManifestResult}: for readers of service answers and for tests. Not thread-safe. */
    public static final class Builder {
        private @Nullable String digest;
        private @Nullable BinaryData manifest;
        private @Nullable ManifestMediaType manifestMediaType;

        private Builder() {}

        /**
         * Sets the digest of the manifest, the header {@code Docker-Content-Digest}.
         *
         * @param digest the value, not null
         * @return this builder
         */
        public Builder digest(String digest) {
            this.digest = Objects.requireNonNull(digest, "'digest' cannot be null");
            return this;
        }

        /**
         * Sets the bytes of the manifest.
         *
         * @param manifest the value, not null
         * @return this builder
         */
        public Builder manifest(BinaryData manifest) {
            this.manifest = Objects.requireNonNull(manifest, "'manifest' cannot be null");
            return this;
        }

        /**
         * Sets the media type of the manifest, the header {@code Content-Type}.
         *
         * @param manifestMediaType the value, not null
         * @return this builder
         */
        public Builder manifestMediaType(ManifestMediaType manifestMediaType) {
            this.manifestMediaType = Objects.requireNonNull(manifestMediaType, "'manifestMediaType' cannot be null");
            return this;
        }

        /**
         * Makes the result; the builder may be used again.
         *
         * @return the result
         * @throws NullPointerException if one of {@code digest}, {@code manifest}, {@code manifestMediaType} is not set
         */
        public GetManifestResult build() {
            return new GetManifestResult(this);
        }
    }
}
