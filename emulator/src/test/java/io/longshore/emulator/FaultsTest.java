// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    private final RegistryEmulator emulator = RegistryEmulator.start(
            EmulatorOptions.defaults().withLoginRequired(false).withDataEndpoint(false));
    private final Caller caller = new Caller(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void status_isAnsweredAsOftenAsAskedFor() {
        emulator.faults().add(Fault.status(503).times(2));

        assertThat(List.of(base(), base(), base())).containsExactly(503, 503, 200);
        assertThat(emulator.faults().strikes()).isEqualTo(2);
    }

    @Test
    void status_hasTheHeadersOfEveryAnswer() {
        emulator.faults().add(Fault.status(503));

        HttpResponse<byte[]> answer = caller.send("GET", "/v2/", null);

        assertThat(Caller.header(answer, "Server")).isEqualTo("AzureContainerRegistry");
        assertThat(Caller.header(answer, "X-Ms-Correlation-Request-Id")).isNotEmpty();
    }

    @Test
    void fault_narrowed_strikesOnlyWhatItConcerns() {
        emulator.faults().add(Fault.status(500).on("GET", "^/v2/").after(1).times(1));

        assertThat(caller.send("GET", "/acr/v1/_catalog", null).statusCode()).isEqualTo(200);
        assertThat(List.of(base(), base(), base())).containsExactly(200, 500, 200);
    }

    @Test
    void clear_endsAllFaults() {
        emulator.faults().add(Fault.status(500));
        emulator.faults().clear();

        assertThat(base()).isEqualTo(200);
    }

    @Test
    void throttle_hasTheRegistrysBodyAndRoundsUp() {
        emulator.faults().add(Fault.throttle(Duration.ofMillis(1500)));

        HttpResponse<byte[]> answer = caller.send("GET", "/v2/", null);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Caller.header(answer, "Retry-After")).isEqualTo("2");
        assertThat(Caller.text(answer))
                .isEqualTo("{\"errors\":[{\"code\":\"TOOMANYREQUESTS\",\"message\":\"Too many requests. Please visit"
                        + " https://aka.ms/acr/skus#sku-feature-matrix to view limits of all service tiers.\"}]}\n");
    }

    @Test
    void delay_answersLate() {
        emulator.faults().add(Fault.delay(Duration.ofMillis(50)));
        long start = System.nanoTime();

        assertThat(base()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(50_000_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 500, 999})
    void cutResponse_breaksTheAnswerAtTheByte(long bytes) {
        String digest = emulator.seed().blob("app", new byte[1000]);
        emulator.faults().add(Fault.cutResponseAfter(bytes).on("/blobs/"));

        assertThatThrownBy(() -> caller.send("GET", "/v2/app/blobs/" + digest, null))
                .isInstanceOf(Caller.BrokenExchange.class);
        assertThat(emulator.requests().all().get(0).responseBytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2500})
    void cutResponse_breaksAnAnswerInChunksToo(long bytes) {
        emulator.seed().tags("app", "a-tag-with-a-long-name-", 100);
        emulator.faults().add(Fault.cutResponseAfter(bytes).on("/tags/list"));

        assertThatThrownBy(() -> caller.send("GET", "/v2/app/tags/list?n=100", null))
                .isInstanceOf(Caller.BrokenExchange.class);
        assertThat(emulator.requests().all().get(0).responseBytes()).isEqualTo(bytes);
    }

    @Test
    void cutResponse_breaksATokenAnswer() {
        try (RegistryEmulator open =
                RegistryEmulator.start(EmulatorOptions.defaults().withTls(false).withAnonymousPull(true))) {
            open.faults().add(Fault.cutResponseAfter(10));
            Caller anonymous = new Caller(open);

            assertThatThrownBy(() -> anonymous.anonymousToken("repository:app:pull"))
                    .isInstanceOf(Caller.BrokenExchange.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 500, 999})
    void cutRequest_keepsWhatHadArrived(long bytes) {
        String location = Caller.header(caller.send("POST", "/v2/app/blobs/uploads/", null), "Location");
        emulator.faults().add(Fault.cutRequestAfter(bytes).on("PATCH", "").times(1));

        assertThatThrownBy(() -> caller.send("PATCH", location, new byte[1000]))
                .isInstanceOf(Caller.BrokenExchange.class);
        RecordedRequest cut = emulator.requests().matching("PATCH", ".*").get(0);
        assertThat(cut.requestBytes()).isEqualTo(bytes);
        assertThat(cut.status()).isZero();
        // Nothing arrived: the same state still fits. Otherwise the session has moved on and is lost.
        assertThat(caller.send("PATCH", location, new byte[1000]).statusCode()).isEqualTo(bytes == 0 ? 202 : 404);
    }

    @Test
    void loseResponse_appliesTheRequest() {
        emulator.seed().image("app", "v1");
        emulator.faults().add(Fault.loseResponse().on("DELETE", "").times(1));

        assertThatThrownBy(() -> caller.send("DELETE", "/acr/v1/app/_tags/v1", null))
                .isInstanceOf(Caller.BrokenExchange.class);
        assertThat(caller.send("GET", "/acr/v1/app/_tags/v1", null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void fault_withNonsense_isRefused() {
        assertThatThrownBy(() -> Fault.status(200)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.cutRequestAfter(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fault.delay(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    private int base() {
        return caller.send("GET", "/v2/", null).statusCode();
    }
}
