// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpMethod;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.longshore.registry.internal.fake.Way;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrustedCertificatesTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private static HttpsServer server;
    private static X509Certificate certificate;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        KeyStore keys = selfSigned(folder.resolve("keys.p12"));
        certificate = (X509Certificate) keys.getCertificate("server");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @EnumSource
    void send_certificateThatIsTrusted_succeeds(Way way) {
        HttpClient client = new RegistryHttpClientBuilder()
                .trustCertificates(List.of(certificate))
                .build();

        assertThat(send(way, client)).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void send_certificateOfNobody_saysHowToTrustIt(Way way) {
        assertThatThrownBy(() -> send(way, new RegistryHttpClientBuilder().build()))
                .hasMessageContaining("are not accepted: trust its certificate authority")
                .hasMessageContaining("RegistryHttpClientBuilder.trustCertificates");
    }

    @ParameterizedTest
    @EnumSource
    void send_certificateForAnotherHost_isNotAccepted(Way way) {
        HttpClient client = new RegistryHttpClientBuilder()
                .trustCertificates(List.of(certificate))
                .build();

        assertThatThrownBy(() -> RegistryHttpClientBuilderTest.send(
                        way,
                        client,
                        HttpMethod.GET,
                        "https://localhost:" + server.getAddress().getPort() + "/",
                        0))
                .hasMessageContaining("the certificate or the TLS settings of localhost are not accepted");
    }

    @Test
    void with_oneMore_keepsTheAuthoritiesOfThisJava() throws Exception {
        TrustManagerFactory java = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        java.init((KeyStore) null);
        X509Certificate[] known = ((X509TrustManager) java.getTrustManagers()[0]).getAcceptedIssuers();

        assertThat(TrustedCertificates.with(List.of(certificate)).manager().getAcceptedIssuers())
                .contains(known)
                .contains(certificate);
    }

    private static int send(Way way, HttpClient client) {
        return RegistryHttpClientBuilderTest.send(
                way,
                client,
                HttpMethod.GET,
                "https://127.0.0.1:" + server.getAddress().getPort() + "/",
                0);
    }

    private static KeyStore selfSigned(Path file) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }
}
