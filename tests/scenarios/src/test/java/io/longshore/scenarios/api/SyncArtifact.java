// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import com.azure.core.util.Context;
import io.longshore.registry.RegistryArtifact;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

record SyncArtifact(RegistryArtifact client) implements Artifact {
    @Override
    public ArtifactManifestProperties properties() {
        return client.getManifestProperties();
    }

    @Override
    public ArtifactManifestProperties update(@Nullable ArtifactManifestProperties changes) {
        return client.updateManifestProperties(changes);
    }

    @Override
    public int delete() {
        return client.deleteWithResponse(Context.NONE).getStatusCode();
    }

    @Override
    public List<ArtifactTagProperties> tags(ArtifactTagOrder order) {
        return client.listTagProperties(order).stream().toList();
    }

    @Override
    public List<List<String>> tagPages(@Nullable String token, int size) {
        return SyncPages.of(client.listTagProperties(), token, size, ArtifactTagProperties::getName);
    }

    @Override
    public ArtifactTagProperties tag(@Nullable String tag) {
        return client.getTagProperties(tag);
    }

    @Override
    public ArtifactTagProperties updateTag(@Nullable String tag, @Nullable ArtifactTagProperties changes) {
        return client.updateTagProperties(tag, changes);
    }

    @Override
    public int deleteTag(@Nullable String tag) {
        return client.deleteTagWithResponse(tag, Context.NONE).getStatusCode();
    }
}
