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

@Defect(id = "4", what = "Every call fails when the refresh token's payload has a minus or an underscore")
class Defect04TokensInBase64UrlTest {
    @AutoClose
    private final ScriptedRegistry registry = ScriptedRegistry.answering(
            new Logins("/oauth2/token", ",\"sub\":\">>>>>>??????\"", request -> Stored.repository()));

    @Test
    @OfficialFails("Illegal base64 character")
    void sync_payloadWithMinusAndUnderscore_logsIn() {
        var client = Clients.of(registry).withLogin().registry().buildClient();

        assertThat(client.getRepository(Clients.REPOSITORY).getProperties().getName())
                .isEqualTo(Clients.REPOSITORY);
    }

    @Test
    @OfficialFails("Illegal base64 character")
    void async_payloadWithMinusAndUnderscore_logsIn() {
        var client = Clients.of(registry).withLogin().registry().buildAsyncClient();

        assertThat(client.getRepository(Clients.REPOSITORY).getProperties().block())
                .extracting(properties -> properties.getName())
                .isEqualTo(Clients.REPOSITORY);
    }
}
