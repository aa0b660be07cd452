// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import io.longshore.emulator.EmulatorCredential;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.EmulatorPermission;
import io.longshore.emulator.EmulatorToken;
import io.longshore.emulator.Fault;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.transport.RegistryHttpClientBuilder;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the guide's page on the emulator shows. */
class EmulatorGuideTest {

    @Test
    void inAnyProgram_runs() {
        assertThatCode(EmulatorGuideTest::inAnyProgram).doesNotThrowAnyException();
    }

    @Test
    void faults_strikeAsOftenAsToldTo() throws Exception {
        try (RegistryEmulator registry = RegistryEmulator.start()) {
            disturb(registry);
            HttpClient http = HttpClient.newBuilder()
                    .sslContext(registry.clientSslContext())
                    .build();
            HttpRequest tags = HttpRequest.newBuilder(URI.create(registry.endpoint() + "/acr/v1/team/app/_tags"))
                    .build();
            List<Integer> statuses = new ArrayList<>();
            for (int request = 0; request < 3; request++) {
                statuses.add(http.send(tags, BodyHandlers.discarding()).statusCode());
            }

            assertThat(statuses).containsExactly(429, 429, 401);
            assertThat(registry.faults().strikes()).isEqualTo(2);
        }
    }

    @Test
    void token_isKnownToTheEmulator() {
        try (RegistryEmulator registry = startWithToken()) {
            assertThat(registry.options().tokens()).hasToString("[ci: team/* [READ, METADATA_READ], team/app [WRITE]]");
        }
    }

    private static RegistryEmulator startWithToken() {
        EmulatorToken ci = EmulatorToken.of("ci", "secret")
                .allow("team/*", EmulatorPermission.READ, EmulatorPermission.METADATA_READ)
                .allow("team/app", EmulatorPermission.WRITE);
        return RegistryEmulator.start(EmulatorOptions.defaults().withToken(ci));
    }

    private static void inAnyProgram() {
        try (RegistryEmulator registry = RegistryEmulator.start()) {
            ContainerRegistryClient client = new ContainerRegistryClientBuilder()
                    .endpoint(registry.endpoint())
                    .credential(new EmulatorCredential(registry))
                    .httpClient(new RegistryHttpClientBuilder()
                            .trustCertificates(List.of(registry.certificate()))
                            .build())
                    .buildClient();
            registry.seed().image("team/app", "v1");
            client.listRepositoryNames().forEach(System.out::println);
        }
    }

    private static void disturb(RegistryEmulator registry) {
        registry.faults()
                .add(Fault.throttle(Duration.ofSeconds(1)).on("GET", "/_tags").times(2));
        registry.faults().add(Fault.cutResponseAfter(1000).on("/blobs/").times(1));
    }

    /** Compiled here; run with a real {@code serve} by the tests of the command line. */
    static ContainerRegistryClient connectToServe() throws Exception {
        Path file = Path.of("/tmp/longshore-emulator-123/login-token");
        TokenCredential credential = request -> Mono.fromCallable(() -> new AccessToken(
                Files.readString(file), OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(30)));

        X509Certificate certificate;
        try (InputStream pem = Files.newInputStream(Path.of("/tmp/longshore-emulator-123/certificate.pem"))) {
            certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }

        return new ContainerRegistryClientBuilder()
                .endpoint("https://localhost:5000")
                .credential(credential)
                .httpClient(new RegistryHttpClientBuilder()
                        .trustCertificates(List.of(certificate))
                        .build())
                .buildClient();
    }
}
