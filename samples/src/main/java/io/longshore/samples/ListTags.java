// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import com.azure.core.credential.TokenCredential;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.models.ArtifactTagOrder;

/** Connects with an Entra credential and lists the tags of a repository, newest first. */
public final class ListTags {

    private ListTags() {}

    /**
     * Builds a client.
     *
     * @param credential who asks
     * @return the client
     */
    public static ContainerRegistryClient connect(TokenCredential credential) {
        return new ContainerRegistryClientBuilder()
                .endpoint("https://myregistry.azurecr.io")
                .credential(credential)
                .buildClient();
    }

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
