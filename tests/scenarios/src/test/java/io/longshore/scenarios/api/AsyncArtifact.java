// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import io.longshore.registry.RegistryArtifactAsync;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

record AsyncArtifact(RegistryArtifactAsync client) implements Artifact {
    @Override
    public ArtifactManifestProperties properties() {
        return Awaited.value(client.getManifestProperties());
    }

    @Override
    public ArtifactManifestProperties update(@Nullable ArtifactManifestProperties changes) {
        return Awaited.value(client.updateManifestProperties(changes));
    }

    @Override
    public int delete() {
        return Awaited.status(client.deleteWithResponse());
    }

    @Override
    public List<ArtifactTagProperties> tags(ArtifactTagOrder order) {
        return Awaited.all(client.listTagProperties(order));
    }

    @Override
    public List<List<String>> tagPages(@Nullable String token, int size) {
        return Awaited.pages(client.listTagProperties(), token, size, ArtifactTagProperties::getName);
    }

    @Override
    public ArtifactTagProperties tag(@Nullable String tag) {
        return Awaited.value(client.getTagProperties(tag));
    }

    @Override
    public ArtifactTagProperties updateTag(@Nullable String tag, @Nullable ArtifactTagProperties changes) {
        return Awaited.value(client.updateTagProperties(tag, changes));
    }

    @Override
    public int deleteTag(@Nullable String tag) {
        return Awaited.status(client.deleteTagWithResponse(tag));
    }
}
