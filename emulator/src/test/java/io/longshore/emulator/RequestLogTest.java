// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private final RegistryEmulator emulator = RegistryEmulator.start(EmulatorOptions.defaults()
            .withTls(false)
            .withRequestLogCapacity(3)
            .withClock(EmulatorClock.fixed(Instant.EPOCH)));
    private final Caller caller = new Caller(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void request_isRecordedAsItWasSent() {
        caller.send("GET", "/v2/a%2Fb/manifests/v1?x=%20", null, "X-Custom", "yes");

        RecordedRequest request = emulator.requests().all().get(0);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(emulator.requests().matching("get", ".*")).containsExactly(request);
        assertThat(request.target()).isEqualTo("/v2/a%2Fb/manifests/v1?x=%20");
        assertThat(request.path()).isEqualTo("/v2/a%2Fb/manifests/v1");
        assertThat(request.host()).isEqualTo(emulator.loginServer());
        assertThat(request.status()).isEqualTo(401);
        assertThat(request.header("x-custom")).contains("yes");
        assertThat(request.start()).isEqualTo(Instant.EPOCH);
        assertThat(request.responseBytes()).isPositive();
    }

    @Test
    void credentials_areNeverKept() {
        String token = caller.accessToken(Caller.pull("app"));
        caller.send("GET", "/v2/app/manifests/v1", null, "Authorization", "Bearer " + token);

        assertThat(emulator.requests().all().toString()).doesNotContain(token).contains("Bearer (redacted)");
    }

    @Test
    void log_keepsTheNewestAndCountsAll() {
        for (int i = 0; i < 5; i++) {
            caller.send("GET", "/v2/?n=" + i, null);
        }

        assertThat(emulator.requests().all())
                .extracting(RecordedRequest::target)
                .containsExactly("/v2/?n=2", "/v2/?n=3", "/v2/?n=4");
        assertThat(emulator.requests().count()).isEqualTo(5);
        emulator.requests().clear();
        assertThat(emulator.requests().all()).isEmpty();
        assertThat(emulator.requests().count()).isZero();
    }

    @Test
    void bodies_areCounted() {
        caller.send("POST", "/oauth2/token", new byte[77]);

        assertThat(emulator.requests().all().get(0).requestBytes()).isEqualTo(77);
    }
}
