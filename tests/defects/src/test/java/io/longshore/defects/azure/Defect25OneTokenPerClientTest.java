// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.emulator.RecordedRequest;
import io.longshore.emulator.RegistryEmulator;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

@Defect(id = "25", what = "A client remembers one access token: other scopes in between are refused again and again")
class Defect25OneTokenPerClientTest {
    private static final List<String> REPOSITORIES = List.of("one", "two", "three");

    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    @BeforeEach
    void fill() {
        REPOSITORIES.forEach(name -> registry.seed().image(name, "v1"));
    }

    @Test
    @OfficialFails("to be less than or equal to 3 but was 9")
    void sync_threeScopesInTurn_areRefusedOnceEach() {
        var client = Clients.of(registry).registry().buildClient();

        for (int round = 0; round < 3; round++) {
            REPOSITORIES.forEach(name -> client.getRepository(name).getProperties());
        }

        assertThat(refusals()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    @OfficialFails("to be less than or equal to 3 but was 9")
    void async_threeScopesInTurn_areRefusedOnceEach() {
        var client = Clients.of(registry).registry().buildAsyncClient();

        for (int round = 0; round < 3; round++) {
            Flux.fromIterable(REPOSITORIES)
                    .concatMap(name -> client.getRepository(name).getProperties())
                    .blockLast();
        }

        assertThat(refusals()).hasSizeLessThanOrEqualTo(3);
    }

    private List<RecordedRequest> refusals() {
        return registry.requests().matching(request -> request.status() == 401);
    }
}
