// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import io.longshore.emulator.RegistryEmulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What is in the registry when a scenario starts. */
final class Seeds {
    static final String APP = "samples/app";
    static final String BLOB_TEXT = "a layer of the sample";

    private Seeds() {}

    static void fill(RegistryEmulator registry) {
        for (int version = 1; version <= 5; version++) {
            registry.clock().advance(Duration.ofMinutes(1));
            registry.seed().image(APP, "v" + version);
        }
        registry.clock().advance(Duration.ofMinutes(1));
        registry.seed().index("library/hello-world", "latest", "linux/amd64", "linux/arm64", "windows/amd64");
        registry.seed().image("other", "only");
        registry.seed().blob(APP, BLOB_TEXT.getBytes(StandardCharsets.UTF_8));
    }
}
