// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.emulator.RegistryEmulator;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Defect(id = "19", what = "Two repositories in turn cost a refresh token each time")
class Defect19RefreshTokenPerRepositoryTest {
    private static final List<String> REPOSITORIES = List.of("one", "two");

    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    @BeforeEach
    void fill() {
        REPOSITORIES.forEach(name -> registry.seed().image(name, "v1"));
    }

    @Test
    @OfficialFails("Expected size: 1 but was: 6")
    void sync_sixReadsInTurn_oneRefreshToken() {
        var client = Clients.of(registry).registry().buildClient();

        for (int round = 0; round < 3; round++) {
            REPOSITORIES.forEach(name -> client.getRepository(name).getProperties());
        }

        assertThat(registry.requests().matching("POST", "/oauth2/exchange.*")).hasSize(1);
    }

    @Test
    @OfficialFails("Expected size: 1 but was: 6")
    void async_sixReadsInTurn_oneRefreshToken() {
        var client = Clients.of(registry).registry().buildAsyncClient();

        for (int round = 0; round < 3; round++) {
            REPOSITORIES.forEach(
                    name -> client.getRepository(name).getProperties().block());
        }

        assertThat(registry.requests().matching("POST", "/oauth2/exchange.*")).hasSize(1);
    }
}
