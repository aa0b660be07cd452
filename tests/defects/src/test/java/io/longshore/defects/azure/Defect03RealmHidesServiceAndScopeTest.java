// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Logins;
import io.longshore.defects.registry.ScriptedRegistry;
import io.longshore.defects.registry.Stored;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(id = "3", what = "No login where the challenge's realm contains the words service or scope")
class Defect03RealmHidesServiceAndScopeTest {
    @AutoClose
    private final ScriptedRegistry registry =
            ScriptedRegistry.answering(new Logins("/telescope/oauth2/token", "", request -> Stored.repository()));

    @Test
    @OfficialFails("Status code 401")
    void sync_realmContainsScope_logsIn() {
        var client = Clients.of(registry).withLogin().registry().buildClient();

        assertThat(client.getRepository(Clients.REPOSITORY).getProperties().getName())
                .isEqualTo(Clients.REPOSITORY);
    }

    @Test
    @OfficialFails("Status code 401")
    void async_realmContainsScope_logsIn() {
        var client = Clients.of(registry).withLogin().registry().buildAsyncClient();

        assertThat(client.getRepository(Clients.REPOSITORY).getProperties().block())
                .extracting(properties -> properties.getName())
                .isEqualTo(Clients.REPOSITORY);
    }
}
