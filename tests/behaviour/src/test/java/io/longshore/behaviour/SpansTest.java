// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.util.ClientOptions;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.Fault;
import io.longshore.emulator.RegistryEmulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One span per operation, with the HTTP spans inside it. */
class SpansTest {
    private static final String DIGEST = Scenarios.digest(Seeds.BLOB_TEXT.getBytes(StandardCharsets.UTF_8));

    private final RegistryEmulator registry =
            RegistryEmulator.start(EmulatorOptions.defaults().withTls(false).withMaximumPageSize(2));
    private final RecordingTracers.Recording recording = new RecordingTracers.Recording();
    private final ClientOptions options = new ClientOptions().setTracingOptions(recording);

    @BeforeEach
    void fill() {
        Seeds.fill(registry);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void syncOperation_oneSpan_aroundTheRequests() {
        Clients.of(registry)
                .builder()
                .clientOptions(options)
                .buildClient()
                .getRepository(Seeds.APP)
                .getProperties();

        assertThat(operations())
                .containsExactly("start ContainerRepository.getProperties", "end ContainerRepository.getProperties");
        assertThat(recording.events).anyMatch(event -> event.endsWith(" in ContainerRepository.getProperties"));
    }

    @Test
    void syncListing_oneSpanPerPage() {
        Clients.of(registry)
                .builder()
                .clientOptions(options)
                .buildClient()
                .listRepositoryNames()
                .forEach(name -> {});

        assertThat(operations())
                .containsExactly(
                        "start ContainerRegistryClient.listRepositoryNames",
                        "end ContainerRegistryClient.listRepositoryNames",
                        "start ContainerRegistryClient.listRepositoryNames",
                        "end ContainerRegistryClient.listRepositoryNames");
    }

    @Test
    void failure_endsTheSpanWithIt() {
        var repository = Clients.of(registry)
                .builder()
                .clientOptions(options)
                .buildAsyncClient()
                .getRepository("no/such");

        assertThatThrownBy(() -> repository.getProperties().block(Duration.ofSeconds(30)))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThat(operations())
                .containsExactly(
                        "start ContainerRepositoryAsync.getProperties",
                        "end ContainerRepositoryAsync.getProperties ResourceNotFoundException");
    }

    @Test
    void asyncDownload_spanLastsFromTheRequestToTheLastByte() {
        Clients.of(registry)
                .content(Seeds.APP)
                .clientOptions(options)
                .buildAsyncClient()
                .downloadStream(DIGEST)
                .doOnNext(content -> recording.events.add("ContainerRegistryContentAsyncClient content"))
                .flatMapMany(content -> content.toFluxByteBuffer())
                .doOnNext(bytes -> recording.events.add("ContainerRegistryContentAsyncClient bytes"))
                .blockLast(Duration.ofSeconds(30));

        assertThat(operations())
                .containsExactly(
                        "ContainerRegistryContentAsyncClient content",
                        "start ContainerRegistryContentAsyncClient.downloadStream",
                        "ContainerRegistryContentAsyncClient bytes",
                        "end ContainerRegistryContentAsyncClient.downloadStream");
    }

    @Test
    void asyncDownload_overABrokenLine_isOneSpan() {
        breakTheLine();

        Clients.of(registry)
                .content(Seeds.APP)
                .clientOptions(options)
                .buildAsyncClient()
                .downloadBlobContent(DIGEST)
                .block(Duration.ofSeconds(30));

        assertThat(operations())
                .containsExactly(
                        "start ContainerRegistryContentAsyncClient.downloadBlobContent",
                        "end ContainerRegistryContentAsyncClient.downloadBlobContent");
        assertThat(recording.events)
                .filteredOn(event -> event.startsWith("start ")
                        && event.endsWith(" in ContainerRegistryContentAsyncClient.downloadBlobContent"))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void syncStream_oneSpan_lastsToItsEnd() throws IOException {
        breakTheLine();

        try (InputStream stream = Clients.of(registry)
                .content(Seeds.APP)
                .clientOptions(options)
                .buildClient()
                .openBlobStream(DIGEST)) {
            stream.read();
            recording.events.add("ContainerRegistryContentClient byte");
            stream.readAllBytes();
        }

        assertThat(operations())
                .containsExactly(
                        "start ContainerRegistryContentClient.openBlobStream",
                        "ContainerRegistryContentClient byte",
                        "end ContainerRegistryContentClient.openBlobStream");
    }

    private void breakTheLine() {
        registry.faults()
                .add(Fault.cutResponseAfter(5).on("GET", "//docker/registry").times(1));
    }

    private List<String> operations() {
        return recording.events.stream()
                .filter(event -> event.contains("Contain") && !event.contains(" in "))
                .toList();
    }
}
