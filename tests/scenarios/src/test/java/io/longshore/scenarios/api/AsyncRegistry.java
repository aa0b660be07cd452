// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import io.longshore.registry.ContainerRegistryAsyncClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

record AsyncRegistry(ContainerRegistryAsyncClient client) implements Registry {
    @Override
    public List<String> repositoryNames() {
        return Awaited.all(client.listRepositoryNames());
    }

    @Override
    public List<List<String>> repositoryPages(@Nullable String token, int size) {
        return Awaited.pages(client.listRepositoryNames(), token, size, name -> name);
    }

    @Override
    public int deleteRepository(@Nullable String name) {
        return Awaited.status(client.deleteRepositoryWithResponse(name));
    }

    @Override
    public Repository repository(@Nullable String name) {
        return new AsyncRepository(client.getRepository(name));
    }

    @Override
    public Artifact artifact(@Nullable String repository, @Nullable String tagOrDigest) {
        return new AsyncArtifact(client.getArtifact(repository, tagOrDigest));
    }
}
