// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.core.util.ExpandableStringEnum;

/**
 * The media type of a manifest, sent as its {@code Content-Type}.
 *
 * <p>The set is open: any media type can be made with {@link #fromString(String)}.
 */
public final class ManifestMediaType extends ExpandableStringEnum<ManifestMediaType> {
    /** A Docker image manifest, version 2 schema 2. */
    public static final ManifestMediaType DOCKER_MANIFEST =
            fromString("application/vnd.docker.distribution.manifest.v2+json");

    /** An OCI image manifest. */
    public static final ManifestMediaType OCI_IMAGE_MANIFEST = fromString("application/vnd.oci.image.manifest.v1+json");

    /**
     * Makes an instance without a value; only {@link #fromString(String)} may call it.
     *
     * @deprecated Use {@link #fromString(String)}, which gives the one instance of each value.
     */
    @Deprecated
    public ManifestMediaType() {}

    /**
     * Gives the one instance for a value, known or not.
     *
     * @param name the media type, not null
     * @return the instance for {@code name}
     */
    public static ManifestMediaType fromString(String name) {
        return fromString(name, ManifestMediaType.class);
    }
}
