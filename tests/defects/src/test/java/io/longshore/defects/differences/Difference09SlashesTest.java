// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.differences;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Deliberate;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.ScriptedRegistry;
import io.longshore.defects.registry.Stored;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Deliberate(9)
class Difference09SlashesTest {
    @AutoClose
    private final ScriptedRegistry registry = ScriptedRegistry.answering(request -> Stored.repository());

    @Test
    @OfficialFails("/acr/v1/samples%2Fapp")
    void sync_slashOfARepositoryName_isSentAsItIs() {
        Clients.of(registry)
                .registry()
                .buildClient()
                .getRepository(Clients.REPOSITORY)
                .getProperties();

        assertThat(registry.requests().get(0).target()).startsWith("/acr/v1/samples/app");
    }

    @Test
    @OfficialFails("/acr/v1/samples%2Fapp")
    void async_slashOfARepositoryName_isSentAsItIs() {
        Clients.of(registry)
                .registry()
                .buildAsyncClient()
                .getRepository(Clients.REPOSITORY)
                .getProperties()
                .block();

        assertThat(registry.requests().get(0).target()).startsWith("/acr/v1/samples/app");
    }
}
