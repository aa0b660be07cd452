// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.emulator.RegistryEmulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Defect(id = "12", what = "Tags in listings do not know their registry")
class Defect12LoginServerOfListedTagsTest {
    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    @BeforeEach
    void fill() {
        registry.seed().image(Clients.REPOSITORY, "v1");
    }

    @Test
    @OfficialFails("[null]")
    void sync_listedTag_knowsItsRegistry() {
        var artifact = Clients.of(registry).registry().buildClient().getArtifact(Clients.REPOSITORY, "v1");

        assertThat(artifact.listTagProperties())
                .extracting(tag -> tag.getRegistryLoginServer())
                .containsExactly(registry.loginServer());
    }

    @Test
    @OfficialFails("[null]")
    void async_listedTag_knowsItsRegistry() {
        var artifact = Clients.of(registry).registry().buildAsyncClient().getArtifact(Clients.REPOSITORY, "v1");

        assertThat(artifact.listTagProperties().toIterable())
                .extracting(tag -> tag.getRegistryLoginServer())
                .containsExactly(registry.loginServer());
    }
}
