// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.RegistryArtifact;
import io.longshore.registry.RegistryArtifactAsync;
import io.longshore.registry.models.ArtifactTagProperties;
import reactor.core.publisher.Mono;

/** Locks a tag: nobody can move or delete it. */
public final class LockTag {

    private LockTag() {}

    /**
     * Locks it.
     *
     * @param client the registry's client
     */
    public static void lock(ContainerRegistryClient client) {
        RegistryArtifact image = client.getArtifact("samples/app", "v1");
        image.updateTagProperties(
                "v1", new ArtifactTagProperties().setWriteEnabled(false).setDeleteEnabled(false));
    }

    /**
     * Locks it.
     *
     * @param client the registry's client
     * @return the tag's properties, as they are then
     */
    public static Mono<ArtifactTagProperties> lockAsync(ContainerRegistryAsyncClient client) {
        RegistryArtifactAsync image = client.getArtifact("samples/app", "v1");
        return image.updateTagProperties(
                "v1", new ArtifactTagProperties().setWriteEnabled(false).setDeleteEnabled(false));
    }
}
