// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import io.longshore.registry.ContainerRepositoryAsync;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

record AsyncRepository(ContainerRepositoryAsync client) implements Repository {
    @Override
    public ContainerRepositoryProperties properties() {
        return Awaited.value(client.getProperties());
    }

    @Override
    public ContainerRepositoryProperties update(@Nullable ContainerRepositoryProperties changes) {
        return Awaited.value(client.updateProperties(changes));
    }

    @Override
    public int delete() {
        return Awaited.status(client.deleteWithResponse());
    }

    @Override
    public List<ArtifactManifestProperties> manifests(ArtifactManifestOrder order) {
        return Awaited.all(client.listManifestProperties(order));
    }

    @Override
    public List<List<String>> manifestPages(@Nullable String token, int size) {
        return Awaited.pages(client.listManifestProperties(), token, size, ArtifactManifestProperties::getDigest);
    }

    @Override
    public Artifact artifact(@Nullable String tagOrDigest) {
        return new AsyncArtifact(client.getArtifact(tagOrDigest));
    }
}
