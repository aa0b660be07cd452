// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.models.ArtifactTagOrder;

/** Lists the tags of a repository, newest first. */
public final class ListTags {

    private ListTags() {}

    /**
     * Prints the tags.
     *
     * @param client the registry's client
     */
    public static void print(ContainerRegistryClient client) {
        client.getRepository("samples/app")
                .listTagProperties(ArtifactTagOrder.LAST_UPDATED_ON_DESCENDING)
                .forEach(tag -> System.out.println(tag.getName() + " " + tag.getLastUpdatedOn()));
    }
}
