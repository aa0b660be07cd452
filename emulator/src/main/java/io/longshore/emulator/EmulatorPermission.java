// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

/** A right that a login may have, named as in the {@code permissions} of the service's refresh tokens. */
public enum EmulatorPermission {
    /** Pull manifests and blobs, list repositories. */
    READ("read"),
    /** Push manifests and blobs. */
    WRITE("write"),
    /** Delete repositories, tags, manifests, blobs and upload sessions. */
    DELETE("delete"),
    /** Read and list properties of repositories, tags and manifests. */
    METADATA_READ("metadata/read"),
    /** Change properties of repositories, tags and manifests. */
    METADATA_WRITE("metadata/write");

    private final String action;

    EmulatorPermission(String action) {
        this.action = action;
    }

    String action() {
        return action;
    }
}
