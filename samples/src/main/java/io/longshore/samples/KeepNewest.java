// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRepository;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import java.util.List;

/** Deletes all images of a repository but the newest three. */
public final class KeepNewest {

    private KeepNewest() {}

    /**
     * Deletes them.
     *
     * @param client the registry's client
     */
    public static void cleanUp(ContainerRegistryClient client) {
        ContainerRepository repository = client.getRepository("samples/app");
        List<ArtifactManifestProperties> newestFirst =
                repository.listManifestProperties(ArtifactManifestOrder.LAST_UPDATED_ON_DESCENDING).stream()
                        .toList();
        newestFirst.stream()
                .skip(3)
                .forEach(
                        manifest -> repository.getArtifact(manifest.getDigest()).delete());
    }
}
