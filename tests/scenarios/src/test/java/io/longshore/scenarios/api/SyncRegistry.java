// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import com.azure.core.util.Context;
import io.longshore.registry.ContainerRegistryClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

record SyncRegistry(ContainerRegistryClient client) implements Registry {
    @Override
    public List<String> repositoryNames() {
        return client.listRepositoryNames().stream().toList();
    }

    @Override
    public List<List<String>> repositoryPages(@Nullable String token, int size) {
        return SyncPages.of(client.listRepositoryNames(), token, size, name -> name);
    }

    @Override
    public int deleteRepository(@Nullable String name) {
        return client.deleteRepositoryWithResponse(name, Context.NONE).getStatusCode();
    }

    @Override
    public Repository repository(@Nullable String name) {
        return new SyncRepository(client.getRepository(name));
    }

    @Override
    public Artifact artifact(@Nullable String repository, @Nullable String tagOrDigest) {
        return new SyncArtifact(client.getArtifact(repository, tagOrDigest));
    }
}
