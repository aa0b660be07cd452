// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code RegistryArtifact} and its async twin. */
public interface Artifact {
    ArtifactManifestProperties properties();

    ArtifactManifestProperties update(@Nullable ArtifactManifestProperties changes);

    /** The status. */
    int delete();

    List<ArtifactTagProperties> tags(ArtifactTagOrder order);

    /** The names of each page, from a continuation token if there is one. */
    List<List<String>> tagPages(@Nullable String token, int size);

    ArtifactTagProperties tag(@Nullable String tag);

    ArtifactTagProperties updateTag(@Nullable String tag, @Nullable ArtifactTagProperties changes);

    /** The status. */
    int deleteTag(@Nullable String tag);
}
