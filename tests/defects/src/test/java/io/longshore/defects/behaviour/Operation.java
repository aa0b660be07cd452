// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.behaviour;

import io.longshore.defects.registry.Clients;
import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryContentAsyncClient;
import io.longshore.registry.ContainerRegistryContentClient;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Something to ask a registry for, in both APIs.
 *
 * @param name the method and what is special about its arguments
 * @param sync with the blocking clients
 * @param async with the others
 */
record Operation(String name, Consumer<Sync> sync, Function<Async, Mono<?>> async) {
    /** The blocking clients. */
    record Sync(ContainerRegistryClient registry, ContainerRegistryContentClient content) {
        static Sync of(Clients clients) {
            return new Sync(clients.registry().buildClient(), clients.content().buildClient());
        }
    }

    /** The other clients. */
    record Async(ContainerRegistryAsyncClient registry, ContainerRegistryContentAsyncClient content) {
        static Async of(Clients clients) {
            return new Async(
                    clients.registry().buildAsyncClient(), clients.content().buildAsyncClient());
        }
    }
}
