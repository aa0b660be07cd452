// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.ClientOptions;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RecordedRequest;
import io.longshore.emulator.RegistryEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every request carries. */
class HeadersTest {
    private RegistryEmulator registry =
            RegistryEmulator.start(EmulatorOptions.defaults().withTls(false));

    @BeforeEach
    void fill() {
        Seeds.fill(registry);
        registry.requests().clear();
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void everyRequest_namesTheApplicationTheLibraryAndItself() {
        Clients.of(registry)
                .builder()
                .clientOptions(new ClientOptions().setApplicationId("cleanup-job"))
                .buildClient()
                .getRepository(Seeds.APP)
                .getProperties();

        assertThat(registry.requests().all())
                .hasSize(4)
                .allSatisfy(request -> assertThat(request.header("user-agent"))
                        .hasValueSatisfying(agent -> assertThat(agent)
                                .startsWith("cleanup-job azsdk-java-longshore-client/")
                                .doesNotContain("unknown", "${")))
                .allMatch(request -> request.header("x-ms-client-request-id").isPresent());
    }

    @Test
    void challengedRequest_goesOutAgainUnderTheSameRequestId() {
        Clients.of(registry).sync().properties(Seeds.APP);

        assertThat(registry.requests().matching("GET", "/acr/.*"))
                .extracting(RecordedRequest::status)
                .containsExactly(401, 200);
        assertThat(registry.requests().matching("GET", "/acr/.*").stream()
                        .map(request -> request.header("x-ms-client-request-id"))
                        .distinct())
                .hasSize(1);
    }
}
