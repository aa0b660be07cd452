// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryAsyncClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Latencies, counted instead of timed: the server answers everything that has reached it at each tick, and nothing in
 * between, as one that takes the same time for every answer.
 */
class LockstepTest {

    @Test
    void sixteenColdReads_atTheSameTime_allDoneAfterFourLatencies() {
        try (RegistryEmulator registry =
                RegistryEmulator.start(EmulatorOptions.defaults().withTls(false))) {
            Seeds.fill(registry);
            registry.requests().clear();
            Clients clients = Clients.of(registry);
            Ticking server = new Ticking(clients.http());
            ContainerRegistryAsyncClient client =
                    clients.through(server).builder().buildAsyncClient();
            AtomicInteger done = new AtomicInteger();
            AtomicInteger failed = new AtomicInteger();

            Flux.range(0, 16)
                    .flatMap(read -> client.getRepository(Seeds.APP).getProperties(), 16)
                    .subscribe(properties -> done.incrementAndGet(), failure -> failed.incrementAndGet());
            for (int tick = 0; tick < 4; tick++) {
                server.tick();
            }

            assertThat(failed).hasValue(0);
            assertThat(done).hasValue(16);
            assertThat(registry.requests().matching("POST", "/oauth2/.*")).hasSize(2);
        }
    }

    /** Holds every request until the next tick. */
    private static final class Ticking implements HttpClient {
        private final HttpClient server;
        private final List<Held> held = new ArrayList<>();

        Ticking(HttpClient server) {
            this.server = server;
        }

        private record Held(HttpRequest request, MonoSink<HttpResponse> answer) {}

        @Override
        public Mono<HttpResponse> send(HttpRequest request) {
            return Mono.create(sink -> held.add(new Held(request, sink)));
        }

        void tick() {
            List<Held> due = List.copyOf(held);
            held.clear();
            due.forEach(each -> each.answer().success(server.sendSync(each.request(), Context.NONE)));
        }
    }
}
