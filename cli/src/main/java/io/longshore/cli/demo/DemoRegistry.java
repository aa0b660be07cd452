// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo;

import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryContentClient;

/** The registry that the demonstration uses, and the clients to reach it. */
public interface DemoRegistry extends AutoCloseable {
    /** Its address. */
    String endpoint();

    /** A client that may do everything. */
    ContainerRegistryClient client();

    /** A client without a credential. */
    ContainerRegistryAsyncClient anonymousClient();

    /** A client for the content of a repository that may do everything. */
    ContainerRegistryContentClient contentClient(String repository);

    /** What went over the wire so far. */
    Traffic traffic();

    @Override
    void close();
}
