// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import com.azure.core.exception.ResourceNotFoundException;
import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRepository;
import java.io.PrintStream;
import reactor.core.publisher.Mono;

/** Lists the repositories of a registry, and shows what one that is not there answers. */
public final class ListRepositories {

    private ListRepositories() {}

    /**
     * Prints all names.
     *
     * @param client the registry's client
     * @param out where to
     */
    public static void print(ContainerRegistryClient client, PrintStream out) {
        for (String name : client.listRepositoryNames()) {
            out.println(name);
        }
    }

    /**
     * Prints all names.
     *
     * @param client the registry's client
     * @param out where to
     * @return completes when all are printed
     */
    public static Mono<Void> printAsync(ContainerRegistryAsyncClient client, PrintStream out) {
        return client.listRepositoryNames().doOnNext(out::println).then();
    }

    /**
     * Prints how many tags a repository has, if it is there.
     *
     * @param client the registry's client
     * @param out where to
     */
    public static void printTagCount(ContainerRegistryClient client, PrintStream out) {
        ContainerRepository repository = client.getRepository("library/hello-world");
        try {
            out.println(repository.getProperties().getTagCount());
        } catch (ResourceNotFoundException e) {
            out.println("There is no repository " + repository.getName());
        }
    }
}
