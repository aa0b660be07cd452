// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** A client for Azure Container Registry and every OCI registry. */
module io.longshore.registry {
    requires transitive com.azure.core;
    requires transitive com.azure.json;
    requires transitive reactor.core;
    requires com.azure.core.http.okhttp;
    requires okhttp3;
    requires okio;
    requires static transitive org.jspecify;

    exports io.longshore.registry;
    exports io.longshore.registry.models;
    exports io.longshore.registry.transport;
}
