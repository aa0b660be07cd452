// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RetryOptions;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.Fault;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryClientBuilder;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExitCodesTest {
    private final ExitCodes codes = new ExitCodes();

    @ParameterizedTest
    @CsvSource({
        "400, 1", "401, 4", "403, 4", "404, 3", "405, 1", "409, 1", "429, 5", "500, 1", "502, 5", "503, 5", "504, 5"
    })
    void code_ofAnAnswer_isThatOfItsStatus(int status, int code) {
        try (RegistryEmulator registry = openRegistry()) {
            registry.faults().add(Fault.status(status).on("GET", "^/acr/v1/app"));

            assertThat(codes.getExitCode(failure(registry))).isEqualTo(code);
        }
    }

    @Test
    void code_ofARefusedConnection_isUnreachable() {
        RegistryEmulator registry = openRegistry();
        registry.close();

        assertThat(codes.getExitCode(failure(registry))).isEqualTo(5);
    }

    private static RegistryEmulator openRegistry() {
        return RegistryEmulator.start(EmulatorOptions.defaults().withTls(false).withLoginRequired(false));
    }

    private static Throwable failure(RegistryEmulator registry) {
        ContainerRegistryClient client = new ContainerRegistryClientBuilder()
                .endpoint(registry.endpoint())
                .allowLoopbackHttp(true)
                .retryOptions(new RetryOptions(new ExponentialBackoffOptions().setMaxRetries(0)))
                .buildClient();
        return catchThrowable(() -> client.getRepository("app").getProperties());
    }

    @ParameterizedTest
    @MethodSource
    void code_ofOtherFailures_tellsOursFromTheNetworks(Throwable failure, int code) {
        assertThat(codes.getExitCode(failure)).isEqualTo(code);
    }

    static Stream<Arguments> code_ofOtherFailures_tellsOursFromTheNetworks() {
        return Stream.of(
                Arguments.of(new UncheckedIOException(new UnknownHostException("nowhere")), 5),
                Arguments.of(new UncheckedIOException(new ConnectException("refused")), 5),
                Arguments.of(new UncheckedIOException(new SSLHandshakeException("unknown authority")), 5),
                Arguments.of(new UncheckedIOException(new BindException("in use")), 1),
                Arguments.of(new FileNotFoundException("file"), 1),
                Arguments.of(new IllegalStateException("broken"), 1));
    }
}
