// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.RegistryArtifact;
import io.longshore.registry.RegistryArtifactAsync;
import io.longshore.registry.models.ArtifactTagProperties;
import java.io.PrintStream;
import reactor.core.publisher.Mono;

/** Lists the tags that point to one image, which an anonymous client may do where anonymous pull is on. */
public final class ListAliases {

    private ListAliases() {}

    /**
     * Prints them.
     *
     * @param client the registry's client
     * @param out where to
     */
    public static void print(ContainerRegistryClient client, PrintStream out) {
        RegistryArtifact image = client.getArtifact("library/hello-world", "latest");
        out.println(image.getFullyQualifiedReference() + " has the following aliases:");
        for (ArtifactTagProperties tag : image.listTagProperties()) {
            out.println("    " + image.getRepositoryName() + ":" + tag.getName());
        }
    }

    /**
     * Prints them.
     *
     * @param client the registry's client
     * @param out where to
     * @return completes when all are printed
     */
    public static Mono<Void> printAsync(ContainerRegistryAsyncClient client, PrintStream out) {
        RegistryArtifactAsync image = client.getArtifact("library/hello-world", "latest");
        return image.listTagProperties()
                .doOnNext(tag -> out.println("    " + image.getRepositoryName() + ":" + tag.getName()))
                .then();
    }
}
