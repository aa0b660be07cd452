// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.RegistryArtifact;

/** Deletes the tags of a repository, all but one. */
public final class CleanUp {
    private final ContainerRegistryClient client;

    /**
     * Cleans up through a client.
     *
     * @param client the registry's client
     */
    public CleanUp(ContainerRegistryClient client) {
        this.client = client;
    }

    /**
     * Deletes them.
     *
     * @param kept the tag that stays
     */
    public void deleteTagsBut(String kept) {
        RegistryArtifact image = client.getArtifact("team/app", kept);
        client.getRepository("team/app").listTagProperties().stream()
                .map(tag -> tag.getName())
                .filter(tag -> tag != null && !tag.equals(kept))
                .toList()
                .forEach(image::deleteTag);
    }
}
