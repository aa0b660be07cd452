// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import com.azure.core.util.BinaryData;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryContentClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The sync client works on Reactor's threads, with credentials and policies that have a sync side. */
class ThreadsTest {

    @Test
    void syncClient_onAReactorThread_works() {
        try (RegistryEmulator registry = RegistryEmulator.start()) {
            AtomicInteger seen = new AtomicInteger();
            ContainerRegistryContentClient client = Clients.of(registry)
                    .content("samples/app")
                    .addPolicy(new HttpPipelineSyncPolicy() {
                        @Override
                        protected void beforeSendingRequest(HttpPipelineCallContext context) {
                            seen.incrementAndGet();
                        }
                    })
                    .buildClient();

            Mono<String> digest = Mono.fromCallable(
                            () -> client.uploadBlob(BinaryData.fromString("on a reactor thread"))
                                    .getDigest())
                    .subscribeOn(Schedulers.parallel());

            assertThat(digest.block(Duration.ofSeconds(30))).startsWith("sha256:");
            assertThat(seen).hasPositiveValue();
        }
    }
}
