// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.http.HttpPipeline;
import com.azure.core.util.tracing.Tracer;
import io.longshore.registry.internal.run.AsyncRunner;
import io.longshore.registry.internal.run.SyncRunner;
import io.longshore.registry.internal.wire.Endpoint;
import io.longshore.registry.internal.wire.Repository;
import org.jspecify.annotations.Nullable;

/** What every client stands on: the pipeline, the registry's place, and the two drivers. */
record RegistryConnection(String address, Endpoint endpoint, SyncRunner sync, AsyncRunner async) {

    static RegistryConnection of(String address, Endpoint endpoint, HttpPipeline pipeline, Tracer tracer) {
        return new RegistryConnection(
                address, endpoint, new SyncRunner(pipeline, tracer), new AsyncRunner(pipeline, tracer));
    }

    Repository repository(@Nullable String name) {
        return Repository.of(endpoint, name);
    }
}
