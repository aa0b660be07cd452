// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ContainerRepository} and its async twin. */
public interface Repository {
    ContainerRepositoryProperties properties();

    ContainerRepositoryProperties update(@Nullable ContainerRepositoryProperties changes);

    /** The status. */
    int delete();

    List<ArtifactManifestProperties> manifests(ArtifactManifestOrder order);

    /** The digests of each page, from a continuation token if there is one. */
    List<List<String>> manifestPages(@Nullable String token, int size);

    Artifact artifact(@Nullable String tagOrDigest);
}
