// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.http.HttpPipeline;
import io.longshore.registry.internal.auth.TokenExchange;
import io.longshore.registry.internal.run.AsyncRunner;
import io.longshore.registry.internal.run.SyncRunner;
import io.longshore.registry.internal.wire.Endpoint;
import io.longshore.registry.internal.wire.Repository;
import org.jspecify.annotations.Nullable;

/** What every client stands on. Clients of one builder share one. */
sealed interface RegistryConnection {

    /** The connection of a client that was made without a builder: whatever is asked of it fails with advice. */
    static RegistryConnection standIn(Class<?> client) {
        return new StandIn(client.getSimpleName());
    }

    /** The endpoint as the caller wrote it. */
    String address();

    Endpoint endpoint();

    HttpPipeline pipeline();

    SyncRunner sync();

    AsyncRunner async();

    TokenExchange tokens();

    default Repository repository(@Nullable String name) {
        return Repository.of(endpoint(), name);
    }

    /** The pipeline, the registry's place, the two drivers, and the way to the registry's own tokens. */
    record Live(
            String address,
            Endpoint endpoint,
            HttpPipeline pipeline,
            SyncRunner sync,
            AsyncRunner async,
            TokenExchange tokens)
            implements RegistryConnection {}

    /** Nothing: the client is a test's own, and was asked for what the test did not provide. */
    record StandIn(String client) implements RegistryConnection {
        @Override
        public String address() {
            throw notOverridden();
        }

        @Override
        public Endpoint endpoint() {
            throw notOverridden();
        }

        @Override
        public HttpPipeline pipeline() {
            throw notOverridden();
        }

        @Override
        public SyncRunner sync() {
            throw notOverridden();
        }

        @Override
        public AsyncRunner async() {
            throw notOverridden();
        }

        @Override
        public TokenExchange tokens() {
            throw notOverridden();
        }

        private UnsupportedOperationException notOverridden() {
            return new UnsupportedOperationException("this " + client + " is a stand-in without a registry, and the"
                    + " method that was called is not overridden: override it (the stack trace names it), or have a"
                    + " builder make the client");
        }
    }
}
