// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import com.azure.core.util.BinaryData;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.models.GetManifestResult;
import java.time.Duration;
import java.util.List;

/** The repositories that the scenarios name, as far as they look at them. */
final class Seeds {
    static final String HELLO = "library/hello-world";
    static final String NODE = "library/node";

    private static final String[] PLATFORMS = {
        "linux/amd64",
        "linux/arm",
        "linux/arm64",
        "linux/386",
        "linux/mips64le",
        "linux/ppc64le",
        "linux/riscv64",
        "linux/s390x",
        "windows/amd64"
    };

    private Seeds() {}

    /** alpine, busybox and hello-world, whose one index has the tags latest and v1 to v4. */
    static void libraries(RegistryEmulator registry, ContainerRegistryContentClient hello) {
        registry.seed().image("library/alpine", "latest");
        registry.seed().image("library/busybox", "latest");
        registry.seed().index(HELLO, "latest", PLATFORMS);
        GetManifestResult index = hello.getManifest("latest");
        for (String tag : List.of("v1", "v2", "v3", "v4")) {
            registry.clock().advance(Duration.ofSeconds(1));
            tag(registry, tag, index.getManifest(), index.getManifestMediaType().toString());
        }
    }

    /** Two images, one after the other, with a tag each. */
    static void twoVersions(RegistryEmulator registry, String repository) {
        registry.seed().image(repository, "v1");
        registry.clock().advance(Duration.ofSeconds(1));
        registry.seed().image(repository, "v2");
    }

    private static void tag(RegistryEmulator registry, String tag, BinaryData index, String mediaType) {
        registry.seed().manifest(HELLO, tag, mediaType, index.toBytes());
    }
}
