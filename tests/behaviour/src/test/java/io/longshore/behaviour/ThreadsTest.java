// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import com.azure.core.util.BinaryData;
import io.longshore.emulator.Fault;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryContentClient;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void syncClient_contentOnAReactorThread_works(@TempDir Path folder) {
        try (RegistryEmulator registry = RegistryEmulator.start()) {
            ContainerRegistryContentClient client =
                    Clients.of(registry).content("samples/app").buildClient();
            Path source = folder.resolve("source");
            Path target = folder.resolve("target");

            Mono<byte[]> streamed = Mono.fromCallable(() -> {
                        Files.write(source, new byte[9 * 1024 * 1024]);
                        String digest = client.uploadBlobFromFile(source).getDigest();
                        registry.faults()
                                .add(Fault.cutResponseAfter(5_000_000)
                                        .on("GET", "//docker/registry")
                                        .times(2));
                        client.downloadBlobToFile(digest, target);
                        assertThat(client.downloadBlobContent(digest).getLength())
                                .isEqualTo(9 * 1024 * 1024);
                        try (InputStream stream = client.openBlobStream(digest)) {
                            return stream.readAllBytes();
                        }
                    })
                    .subscribeOn(Schedulers.parallel());

            assertThat(streamed.block(Duration.ofSeconds(30))).hasSize(9 * 1024 * 1024);
            assertThat(target).hasSameBinaryContentAs(source);
        }
    }
}
