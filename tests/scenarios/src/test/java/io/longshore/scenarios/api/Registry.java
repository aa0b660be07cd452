// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ContainerRegistryClient} and its async twin. */
public interface Registry {
    List<String> repositoryNames();

    /** The names of each page, from a continuation token if there is one. */
    List<List<String>> repositoryPages(@Nullable String token, int size);

    /** The status. */
    int deleteRepository(@Nullable String name);

    Repository repository(@Nullable String name);

    Artifact artifact(@Nullable String repository, @Nullable String tagOrDigest);
}
