// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.image;

import java.util.List;

/**
 * An image that is in the registry.
 *
 * @param repository its repository
 * @param tags its tags
 * @param digest the digest of its manifest
 * @param layers its layers
 * @param uploaded how many of its layers were uploaded; the others were there already
 * @param uploadedBytes what was uploaded, in bytes
 */
public record PushedImage(
        String repository, List<String> tags, String digest, List<Layer> layers, int uploaded, long uploadedBytes) {
    /** Makes its own copies. */
    public PushedImage {
        tags = List.copyOf(tags);
        layers = List.copyOf(layers);
    }
}
