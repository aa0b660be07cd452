// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** An Azure Container Registry to run inside a test or alone. */
module io.longshore.emulator {
    requires com.google.gson;
    requires com.h2database;
    requires java.sql;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires static com.azure.core;
    requires static org.jspecify;
    requires static reactor.core;

    exports io.longshore.emulator;
}
