// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.mark.OfficialPasses;
import io.longshore.defects.registry.Clients;
import io.longshore.emulator.RegistryEmulator;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(
        id = "15",
        what =
                "An artifact by tag keeps the digest of its first use: after the tag moves, delete removes the old manifest")
class Defect15StaleDigestTest {
    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    private final String before = registry.seed().image(Clients.REPOSITORY, "latest");

    @Test
    @OfficialFails("to contain exactly")
    void sync_tagMoves_deleteRemovesWhatItNowNames() {
        var client = Clients.of(registry).registry().buildClient();
        var artifact = client.getArtifact(Clients.REPOSITORY, "latest");
        artifact.getManifestProperties();
        moveTheTag();

        artifact.delete();

        assertThat(client.getRepository(Clients.REPOSITORY).listManifestProperties())
                .extracting(manifest -> manifest.getDigest())
                .containsExactly(before);
    }

    @Test
    @OfficialPasses("its async client resolves the tag at every call")
    void async_tagMoves_deleteRemovesWhatItNowNames() {
        var client = Clients.of(registry).registry().buildAsyncClient();
        var artifact = client.getArtifact(Clients.REPOSITORY, "latest");
        artifact.getManifestProperties().block();
        moveTheTag();

        artifact.delete().block();

        assertThat(client.getRepository(Clients.REPOSITORY)
                        .listManifestProperties()
                        .toIterable())
                .extracting(manifest -> manifest.getDigest())
                .containsExactly(before);
    }

    private void moveTheTag() {
        registry.clock().advance(Duration.ofMinutes(1));
        registry.seed().image(Clients.REPOSITORY, "latest", "linux", "arm64");
    }
}
