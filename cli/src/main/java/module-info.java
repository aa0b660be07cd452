// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** The longshore command. */
module io.longshore.cli {
    requires com.azure.core;
    requires com.azure.json;
    requires info.picocli;
    requires io.longshore.emulator;
    requires io.longshore.registry;
    requires reactor.core;
    requires static org.jspecify;

    opens io.longshore.cli to
            info.picocli;
    opens io.longshore.cli.command to
            info.picocli;
}
