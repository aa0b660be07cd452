// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Logins;
import io.longshore.defects.registry.ScriptedRegistry;
import io.longshore.defects.registry.Stored;
import org.junit.jupiter.api.Test;

@Defect(id = "3", what = "No login where the challenge's realm contains the words service or scope")
class Defect03RealmHidesServiceAndScopeTest {
    @Test
    @OfficialFails("Status code 401")
    void sync_realmContainsScope_logsIn() {
        assertSyncLogsIn("/telescope/oauth2/token");
    }

    @Test
    @OfficialFails("Status code 401")
    void sync_realmContainsService_logsIn() {
        assertSyncLogsIn("/myservices/oauth2/token");
    }

    @Test
    @OfficialFails("Status code 401")
    void async_realmContainsScope_logsIn() {
        assertAsyncLogsIn("/telescope/oauth2/token");
    }

    @Test
    @OfficialFails("Status code 401")
    void async_realmContainsService_logsIn() {
        assertAsyncLogsIn("/myservices/oauth2/token");
    }

    private static void assertSyncLogsIn(String realm) {
        try (ScriptedRegistry registry = registry(realm)) {
            var client = Clients.of(registry).withLogin().registry().buildClient();

            assertThat(client.getRepository(Clients.REPOSITORY).getProperties().getName())
                    .isEqualTo(Clients.REPOSITORY);
        }
    }

    private static void assertAsyncLogsIn(String realm) {
        try (ScriptedRegistry registry = registry(realm)) {
            var client = Clients.of(registry).withLogin().registry().buildAsyncClient();

            assertThat(client.getRepository(Clients.REPOSITORY).getProperties().block())
                    .extracting(properties -> properties.getName())
                    .isEqualTo(Clients.REPOSITORY);
        }
    }

    private static ScriptedRegistry registry(String realm) {
        return ScriptedRegistry.answering(new Logins(realm, "", request -> Stored.repository()));
    }
}
