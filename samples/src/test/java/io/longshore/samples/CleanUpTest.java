// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.emulator.RegistryEmulator;
import io.longshore.junit.WithRegistry;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.models.ArtifactTagProperties;
import org.junit.jupiter.api.Test;

@WithRegistry
class CleanUpTest {
    @Test
    void cleanUp_oldTags_areGone(RegistryEmulator registry, ContainerRegistryClient client) {
        registry.seed().image("team/app", "old");
        registry.seed().image("team/app", "new");

        new CleanUp(client).deleteTagsBut("new");

        assertThat(client.getRepository("team/app").listTagProperties())
                .extracting(ArtifactTagProperties::getName)
                .containsExactly("new");
    }
}
