// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import io.longshore.behaviour.unfinished.StallingServer;
import io.longshore.behaviour.unfinished.UnfinishedAnswers;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.Fault;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentAsyncClient;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import io.longshore.registry.models.ArtifactManifestOrder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The async client never blocks a thread of Reactor. */
@Tag("watched")
class NonBlockingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DIGEST = "sha256:" + "0".repeat(64);

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

    @Test
    void asyncClient_filesAndStreamsAndBrokenLines_blockNoReactorThread(@TempDir Path folder) throws IOException {
        byte[] content = new byte[17 * 1024 * 1024];
        Path source = Files.write(folder.resolve("source"), content);
        Path target = folder.resolve("target");
        try (BlockedThreads blocked = new BlockedThreads()) {
            Way way = Clients.of(registry).async();
            String digest = way.uploadFile(Seeds.APP, source).getDigest();
            registry.faults()
                    .add(Fault.cutResponseAfter(5_000_000)
                            .on("GET", "//docker/registry")
                            .times(2));

            assertThat(way.downloadTo(Seeds.APP, digest, target).getStatusCode())
                    .isEqualTo(200);
            assertThat(way.content(Seeds.APP, digest)).hasSize(content.length);
            assertThat(way.uploadStream(Seeds.APP, Files.newInputStream(source)).getDigest())
                    .isEqualTo(digest);
            assertThat(way.upload(Seeds.APP, BinaryData.fromStream(Files.newInputStream(source)))
                            .getDigest())
                    .isEqualTo(digest);

            assertThat(target).hasSameBinaryContentAs(source);
            assertThat(blocked.found()).isEmpty();
        }
    }

    @Test
    void downloadBlobToFile_cancelledMidway_leavesNothingBehind(@TempDir Path folder) throws IOException {
        try (BlockedThreads blocked = new BlockedThreads();
                StallingServer server = StallingServer.after("x".repeat(100_000))) {
            content(server)
                    .downloadBlobToFile(DIGEST, folder.resolve("layer"))
                    .takeUntilOther(Mono.fromFuture(server.answered()).publishOn(Schedulers.parallel()))
                    .subscribeOn(Schedulers.parallel())
                    .block(PATIENCE);

            assertThat(server.left()).succeedsWithin(PATIENCE);
            assertThat(folder.resolve("layer")).doesNotExist();
            assertThat(blocked.found()).isEmpty();
        }
        assertThat(emptied(folder).blockFirst(PATIENCE)).isTrue();
    }

    /** Cancelling does not wait for what is cleared away. */
    private static Flux<Boolean> emptied(Path folder) {
        return Flux.interval(Duration.ofMillis(10))
                .onBackpressureDrop()
                .publishOn(Schedulers.boundedElastic(), 1)
                .map(tick -> {
                    String[] names = folder.toFile().list();
                    return names != null && names.length == 0;
                })
                .filter(empty -> empty);
    }

    @Test
    void downloadStream_cancelledAfterItsFirstBuffer_blocksNoReactorThread() {
        String digest = Clients.of(registry)
                .async()
                .upload(Seeds.APP, BinaryData.fromBytes(new byte[17 * 1024 * 1024]))
                .getDigest();
        try (BlockedThreads blocked = new BlockedThreads()) {
            ByteBuffer first = download(Clients.of(registry).content(Seeds.APP).buildAsyncClient(), digest)
                    .publishOn(Schedulers.parallel(), 1)
                    .take(1)
                    .blockLast(PATIENCE);

            assertThat(first).isNotNull();
            assertThat(blocked.found()).isEmpty();
        }
    }

    @Test
    void downloadStream_cancelledWhileTheContentStandsStill_blocksNoReactorThreadAndLeaves() {
        try (BlockedThreads blocked = new BlockedThreads();
                StallingServer server = StallingServer.after("x".repeat(100_000))) {
            ByteBuffer first = download(content(server), DIGEST)
                    .publishOn(Schedulers.parallel(), 1)
                    .take(1)
                    .blockLast(PATIENCE);

            assertThat(first).isNotNull();
            assertThat(server.left()).succeedsWithin(PATIENCE);
            assertThat(blocked.found()).isEmpty();
        }
    }

    @Test
    void downloadStream_cancelledBeforeAnAnswer_blocksNoReactorThreadAndLeaves() {
        try (BlockedThreads blocked = new BlockedThreads();
                StallingServer server = StallingServer.silent()) {
            download(content(server), DIGEST)
                    .takeUntilOther(Mono.fromFuture(server.answered()).publishOn(Schedulers.parallel()))
                    .subscribeOn(Schedulers.parallel())
                    .blockLast(PATIENCE);

            assertThat(server.left()).succeedsWithin(PATIENCE);
            assertThat(blocked.found()).isEmpty();
        }
    }

    @Test
    void getProperties_cancelledDuringItsBody_closesItOnAThreadThatMayBlock() {
        UnfinishedAnswers answers = new UnfinishedAnswers();
        try (BlockedThreads blocked = new BlockedThreads()) {
            new ContainerRegistryClientBuilder()
                    .endpoint("https://registry.example.com")
                    .httpClient(answers)
                    .buildAsyncClient()
                    .getRepository(Seeds.APP)
                    .getProperties()
                    .takeUntilOther(Mono.fromFuture(answers.read()).publishOn(Schedulers.parallel()))
                    .block(PATIENCE);

            assertThat(answers.closed()).succeedsWithin(PATIENCE);
            assertThat(blocked.found()).isEmpty();
        }
    }

    private static ContainerRegistryContentAsyncClient content(StallingServer server) {
        return new ContainerRegistryContentClientBuilder()
                .endpoint(server.url())
                .repositoryName(Seeds.APP)
                .buildAsyncClient();
    }

    private static Flux<ByteBuffer> download(ContainerRegistryContentAsyncClient client, String digest) {
        return client.downloadStream(digest).flatMapMany(BinaryData::toFluxByteBuffer);
    }
}
