// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentClientBuilder;

/** Which of the two APIs a scenario goes through. */
public enum Way {
    SYNC {
        @Override
        public Registry registry(ContainerRegistryClientBuilder builder) {
            return new SyncRegistry(builder.buildClient());
        }

        @Override
        public Content content(ContainerRegistryContentClientBuilder builder) {
            return new SyncContent(builder.buildClient());
        }
    },
    ASYNC {
        @Override
        public Registry registry(ContainerRegistryClientBuilder builder) {
            return new AsyncRegistry(builder.buildAsyncClient());
        }

        @Override
        public Content content(ContainerRegistryContentClientBuilder builder) {
            return new AsyncContent(builder.buildAsyncClient());
        }
    };

    public abstract Registry registry(ContainerRegistryClientBuilder builder);

    public abstract Content content(ContainerRegistryContentClientBuilder builder);
}
