// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.models.ArtifactManifestOrder;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The async client never blocks a thread of Reactor. */
@Tag("watched")
class NonBlockingTest {
    private RegistryEmulator registry =
            RegistryEmulator.start(EmulatorOptions.defaults().withTls(false));

    @BeforeAll
    static void watch() {
        BlockHound.install();
    }

    @BeforeEach
    void fill() {
        Seeds.fill(registry);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void watcher_blockedReactorThread_isCaught() {
        Mono<Boolean> blocking = Mono.fromCallable(() -> new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS))
                .subscribeOn(Schedulers.parallel());

        assertThatThrownBy(blocking::block).hasCauseInstanceOf(BlockingOperationError.class);
    }

    @Test
    void asyncClient_everyKindOfCall_blocksNoReactorThread() {
        Way way = Clients.of(registry).async();
        byte[] content = new byte[17 * 1024 * 1024];

        assertThat(way.repositoryNames()).hasSize(3);
        assertThat(way.manifests(Seeds.APP, ArtifactManifestOrder.NONE)).hasSize(5);
        assertThat(way.manifest(Seeds.APP, "v1").getDigest()).isNotEmpty();
        String digest = way.upload(Seeds.APP, BinaryData.fromBytes(content)).getDigest();
        assertThat(way.download(Seeds.APP, digest)).hasSize(content.length);
        assertThat(way.deleteTag(Seeds.APP, "v1")).isEqualTo(202);
    }
}
