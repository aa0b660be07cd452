// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.mark.OfficialPasses;
import io.longshore.defects.registry.Clients;
import io.longshore.emulator.RegistryEmulator;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Defect(id = "N12", what = "An artifact by tag shows the manifest that the tag named at its first use")
class NetWeakness12DigestOfTagKeptTest {
    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    @BeforeEach
    void fill() {
        registry.seed().image(Clients.REPOSITORY, "latest");
    }

    @Test
    @OfficialFails("expected: \"sha256:")
    void sync_tagMoves_propertiesAreThoseOfTheNewManifest() {
        var artifact = Clients.of(registry).registry().buildClient().getArtifact(Clients.REPOSITORY, "latest");
        artifact.getManifestProperties();

        assertThat(moved()).isEqualTo(artifact.getManifestProperties().getDigest());
    }

    @Test
    @OfficialPasses("its async client resolves the tag at every call")
    void async_tagMoves_propertiesAreThoseOfTheNewManifest() {
        var artifact = Clients.of(registry).registry().buildAsyncClient().getArtifact(Clients.REPOSITORY, "latest");
        artifact.getManifestProperties().block();

        assertThat(moved()).isEqualTo(artifact.getManifestProperties().block().getDigest());
    }

    private String moved() {
        registry.clock().advance(Duration.ofMinutes(1));
        return registry.seed().image(Clients.REPOSITORY, "latest", "linux", "arm64");
    }
}
