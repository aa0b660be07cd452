// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.manifests;

import java.util.Set;

/** The media types that mean something here. */
final class MediaTypes {
    static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    static final String OCI_ARTIFACT = "application/vnd.oci.artifact.manifest.v1+json";
    static final String ORAS_ARTIFACT = "application/vnd.cncf.oras.artifact.manifest.v1+json";

    private static final Set<String> IMAGE_CONFIGS =
            Set.of("application/vnd.docker.container.image.v1+json", "application/vnd.oci.image.config.v1+json");

    private MediaTypes() {}

    static boolean isImage(String mediaType) {
        return mediaType.equals(DOCKER_MANIFEST) || mediaType.equals(OCI_MANIFEST);
    }

    static boolean isIndex(String mediaType) {
        return mediaType.equals(DOCKER_LIST) || mediaType.equals(OCI_INDEX);
    }

    static boolean isArtifact(String mediaType) {
        return mediaType.equals(OCI_ARTIFACT) || mediaType.equals(ORAS_ARTIFACT);
    }

    /** Docker's own types know no subjects. */
    static boolean knowsSubjects(String mediaType) {
        return !mediaType.equals(DOCKER_MANIFEST) && !mediaType.equals(DOCKER_LIST);
    }

    static boolean isImageConfig(String mediaType) {
        return IMAGE_CONFIGS.contains(mediaType);
    }

    /** Layers that are not to be distributed need not be in the registry. */
    static boolean isForeign(String mediaType) {
        return mediaType.contains(".foreign.") || mediaType.contains(".nondistributable.");
    }
}
