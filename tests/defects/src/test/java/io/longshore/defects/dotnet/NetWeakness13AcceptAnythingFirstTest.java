// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.Deliberate;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.emulator.RegistryEmulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Deliberate(7)
@Defect(id = "N13", what = "Any type comes first among those accepted for a manifest")
class NetWeakness13AcceptAnythingFirstTest {
    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    @BeforeEach
    void fill() {
        registry.seed().image(Clients.REPOSITORY, "v1");
    }

    @Test
    @OfficialFails("to end with:\n  \"*/*\"")
    void sync_acceptedTypes_endWithAnyType() {
        Clients.of(registry).content().buildClient().getManifest("v1");

        assertThat(accepted()).endsWith("*/*");
    }

    @Test
    @OfficialFails("to end with:\n  \"*/*\"")
    void async_acceptedTypes_endWithAnyType() {
        Clients.of(registry).content().buildAsyncClient().getManifest("v1").block();

        assertThat(accepted()).endsWith("*/*");
    }

    private String accepted() {
        return registry.requests()
                .matching("GET", "/v2/.*/manifests/v1")
                .get(0)
                .header("accept")
                .orElse("");
    }
}
