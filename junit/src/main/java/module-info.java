// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** One annotation gives a test a running registry and ready clients. */
module io.longshore.junit {
    requires transitive com.azure.core;
    requires transitive io.longshore.emulator;
    requires transitive io.longshore.registry;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports io.longshore.junit;
}
