// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialPasses;
import io.longshore.defects.registry.Clients;
import io.longshore.emulator.RegistryEmulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Defect(id = "N1", what = "Access tokens are not kept: every operation costs a refusal, a token and a second try")
class NetWeakness01AccessTokenNotKeptTest {
    private static final String REASON = "it remembers the last access token of a client";

    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    @BeforeEach
    void fill() {
        registry.seed().image(Clients.REPOSITORY, "v1");
    }

    @Test
    @OfficialPasses(REASON)
    void sync_threeReads_oneAccessToken() {
        var repository = Clients.of(registry).registry().buildClient().getRepository(Clients.REPOSITORY);

        for (int round = 0; round < 3; round++) {
            repository.getProperties();
        }

        assertThat(registry.requests().matching("POST", "/oauth2/token.*")).hasSize(1);
    }

    @Test
    @OfficialPasses(REASON)
    void async_threeReads_oneAccessToken() {
        var repository = Clients.of(registry).registry().buildAsyncClient().getRepository(Clients.REPOSITORY);

        for (int round = 0; round < 3; round++) {
            repository.getProperties().block();
        }

        assertThat(registry.requests().matching("POST", "/oauth2/token.*")).hasSize(1);
    }
}
