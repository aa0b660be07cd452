// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.emulator.RegistryEmulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Defect(id = "21", what = "The sync client cannot be called on a thread of Reactor")
class Defect21SyncCallsOnReactorThreadsTest {
    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    @BeforeEach
    void fill() {
        registry.seed().image(Clients.REPOSITORY, "v1");
    }

    @Test
    @OfficialFails("block()/blockFirst()/blockLast() are blocking")
    void sync_calledOnAParallelThread_works() {
        var client = Clients.of(registry).registry().buildClient();

        assertThat(Mono.fromCallable(
                                () -> client.getRepository(Clients.REPOSITORY).getProperties())
                        .subscribeOn(Schedulers.parallel())
                        .map(properties -> properties.getName())
                        .block())
                .isEqualTo(Clients.REPOSITORY);
    }
}
