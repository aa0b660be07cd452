// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import com.azure.core.util.Context;
import io.longshore.registry.ContainerRepository;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

record SyncRepository(ContainerRepository client) implements Repository {
    @Override
    public ContainerRepositoryProperties properties() {
        return client.getProperties();
    }

    @Override
    public ContainerRepositoryProperties update(@Nullable ContainerRepositoryProperties changes) {
        return client.updateProperties(changes);
    }

    @Override
    public int delete() {
        return client.deleteWithResponse(Context.NONE).getStatusCode();
    }

    @Override
    public List<ArtifactManifestProperties> manifests(ArtifactManifestOrder order) {
        return client.listManifestProperties(order).stream().toList();
    }

    @Override
    public List<List<String>> manifestPages(@Nullable String token, int size) {
        return SyncPages.of(client.listManifestProperties(), token, size, ArtifactManifestProperties::getDigest);
    }

    @Override
    public Artifact artifact(@Nullable String tagOrDigest) {
        return new SyncArtifact(client.getArtifact(tagOrDigest));
    }
}
