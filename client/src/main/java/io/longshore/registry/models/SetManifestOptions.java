// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.core.util.BinaryData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What to upload as a manifest, and under which tag. */
public final class SetManifestOptions {
    private final BinaryData manifest;
    private final ManifestMediaType manifestMediaType;
    private @Nullable String tag;
    private DigestAlgorithm digestAlgorithm = DigestAlgorithm.SHA256;

    /**
     * Makes options for an OCI image manifest, whose JSON is taken now: later changes to it have no effect.
     *
     * @param ociImageManifest the manifest, not null
     * @throws UncheckedIOException if the manifest cannot be written as JSON
     */
    public SetManifestOptions(OciImageManifest ociImageManifest) {
        Objects.requireNonNull(ociImageManifest, "'ociImageManifest' cannot be null");
        this.manifest = BinaryData.fromBytes(json(ociImageManifest));
        this.manifestMediaType = ManifestMediaType.OCI_IMAGE_MANIFEST;
    }

    /**
     * Makes options for a manifest given as bytes, which are sent as they are.
     *
     * @param manifest the bytes, not null
     * @param manifestMediaType their media type, not null
     */
    public SetManifestOptions(BinaryData manifest, ManifestMediaType manifestMediaType) {
        this.manifest = Objects.requireNonNull(manifest, "'manifest' cannot be null");
        this.manifestMediaType = Objects.requireNonNull(manifestMediaType, "'manifestMediaType' cannot be null");
    }

    private static byte[] json(OciImageManifest manifest) {
        try {
            return manifest.toJsonBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The manifest cannot be written as JSON", e);
        }
    }

    /**
     * Sets the tag to point to the manifest.
     *
     * @param tag the tag, or null to upload by digest only
     * @return this object
     */
    public SetManifestOptions setTag(@Nullable String tag) {
        this.tag = tag;
        return this;
    }

    /**
     * Gives the tag to point to the manifest.
     *
     * @return the tag, or null to upload by digest only
     */
    public @Nullable String getTag() {
        return tag;
    }

    /**
     * Sets the algorithm of the digest under which the manifest is stored. What a tag points to always has the
     * registry's own sha256 digest, so another algorithm is for manifests without a tag.
     *
     * @param digestAlgorithm the algorithm, not null
     * @return this object
     */
    public SetManifestOptions setDigestAlgorithm(DigestAlgorithm digestAlgorithm) {
        this.digestAlgorithm = Objects.requireNonNull(digestAlgorithm, "'digestAlgorithm' cannot be null");
        return this;
    }

    /**
     * Gives the algorithm of the digest under which the manifest is stored.
     *
     * @return the algorithm, {@link DigestAlgorithm#SHA256} unless set, never null
     */
    public DigestAlgorithm getDigestAlgorithm() {
        return digestAlgorithm;
    }

    /**
     * Gives the bytes to upload.
     *
     * @return the bytes, never null
     */
    public BinaryData getManifest() {
        return manifest;
    }

    /**
     * Gives the media type of the manifest, sent as {@code Content-Type}.
     *
     * @return the media type, never null
     */
    public ManifestMediaType getManifestMediaType() {
        return manifestMediaType;
    }
}
