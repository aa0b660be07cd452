// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {
    private static final EmulatorOptions PLAIN =
            EmulatorOptions.defaults().withTls(false).withLoginRequired(false);

    @Test
    void close_freesPortThreadsAndFiles() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        RegistryEmulator emulator =
                RegistryEmulator.start(EmulatorOptions.defaults().withLoginRequired(false));
        int dataPort = pull(emulator).getPort();
        int port = emulator.port();
        Path directory = emulator.directory();
        assertThat(threadsSince(before)).as("one for each port and caller").hasSizeGreaterThanOrEqualTo(4);

        emulator.close();
        emulator.close();

        assertThat(directory).doesNotExist();
        assertThat(threadsSince(before)).isEmpty();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), dataPort).close())
                .isInstanceOf(ConnectException.class);
        RegistryEmulator.start(PLAIN.withPort(port)).close();
    }

    /** Has threads at work on both ports; gives the address at the data endpoint. */
    private static URI pull(RegistryEmulator emulator) {
        Caller caller = new Caller(emulator);
        String digest = emulator.seed().blob("app", Caller.bytes("x"));
        String address = Caller.header(caller.send("GET", "/v2/app/blobs/" + digest, null), "Location");
        assertThat(caller.send("GET", address, null).statusCode()).isEqualTo(200);
        return URI.create(address);
    }

    /** Those of the emulator and of its database. */
    private static List<String> threadsSince(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name ->
                        name.startsWith("longshore-emulator-") || name.contains("H2") || name.contains("MVStore"))
                .toList();
    }

    @Test
    void start_onAPortInUse_saysSo() {
        try (RegistryEmulator first = RegistryEmulator.start(PLAIN)) {
            EmulatorOptions same = PLAIN.withPort(first.port());

            assertThatThrownBy(() -> RegistryEmulator.start(same))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("is something else using it?");
        }
    }

    @Test
    void start_onADirectoryInUse_saysSo(@TempDir Path directory) {
        EmulatorOptions options = PLAIN.withDirectory(directory);
        try (RegistryEmulator first = RegistryEmulator.start(options)) {
            assertThat(first.directory()).isEqualTo(directory);
            assertThatThrownBy(() -> RegistryEmulator.start(options))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is another emulator using the same directory?");
        }
    }

    @Test
    void directory_keepsContentAndCertificate(@TempDir Path directory) throws Exception {
        EmulatorOptions options = EmulatorOptions.defaults().withDirectory(directory);
        String pem;
        String digest;
        try (RegistryEmulator first = RegistryEmulator.start(options)) {
            digest = first.seed().image("app", "v1");
            pem = Files.readString(first.certificateFile());
        }
        try (RegistryEmulator second = RegistryEmulator.start(options)) {
            assertThat(Files.readString(second.certificateFile())).isEqualTo(pem);
            Caller caller = new Caller(second);
            HttpResponse<byte[]> answer = caller.get(Caller.pull("app"), "/v2/app/manifests/v1");
            assertThat(Caller.header(answer, "Docker-Content-Digest")).isEqualTo(digest);
        }
    }

    @Test
    void certificate_isForLocalhostAndInItsFile() throws Exception {
        try (RegistryEmulator emulator = RegistryEmulator.start();
                InputStream pem = Files.newInputStream(emulator.certificateFile())) {
            assertThat(CertificateFactory.getInstance("X.509").generateCertificate(pem))
                    .isEqualTo(emulator.certificate());
            assertThat(emulator.certificate().getSubjectAlternativeNames())
                    .extracting(name -> (String) name.get(1))
                    .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        }
    }

    @Test
    void certificate_withoutTls_isRefusedWithAdvice() {
        try (RegistryEmulator emulator = RegistryEmulator.start(PLAIN)) {
            assertThat(emulator.endpoint()).isEqualTo("http://" + emulator.loginServer());
            assertThatThrownBy(emulator::certificate)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("withTls(true)");
        }
    }

    @Test
    void start_onAnAddressThatTheCertificateDoesNotName_isRefused() throws Exception {
        EmulatorOptions options = EmulatorOptions.defaults();
        InetAddress other = InetAddress.getByName("192.0.2.1");
        InetAddress all = InetAddress.getByName("0.0.0.0");

        assertThatThrownBy(() -> RegistryEmulator.start(options.withBindAddress(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the certificate is for localhost");
        try (RegistryEmulator emulator = RegistryEmulator.start(options.withBindAddress(all))) {
            assertThat(emulator.endpoint()).isEqualTo("https://localhost:" + emulator.port());
        }
    }

    /** Whether {@code localhost} leads there is not the same on all machines. */
    @Test
    void start_onTheLoopbackOfVersion6Alone_isReachedAsTheEndpointSays() throws Exception {
        byte[] one = new byte[16];
        one[15] = 1;
        InetAddress loopback = InetAddress.getByAddress(one);
        Assumptions.assumeThat(NetworkInterface.getByInetAddress(loopback)).isNotNull();
        try (RegistryEmulator emulator =
                RegistryEmulator.start(EmulatorOptions.defaults().withBindAddress(loopback))) {
            String blob = emulator.seed().blob("app", Caller.bytes("x"));
            Caller caller = new Caller(emulator);

            HttpResponse<byte[]> redirect = caller.get(Caller.pull("app"), "/v2/app/blobs/" + blob);

            assertThat(redirect.statusCode()).isEqualTo(307);
            assertThat(Caller.text(caller.send("GET", Caller.header(redirect, "Location"), null)))
                    .isEqualTo("x");
        }
    }

    @Test
    void manyClients_pushAtOnce_allAreKept() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(32);
        try (RegistryEmulator emulator = RegistryEmulator.start(PLAIN)) {
            Caller caller = new Caller(emulator);
            List<Callable<Integer>> pushes = IntStream.range(0, 128)
                    .mapToObj(i -> (Callable<Integer>) () -> push(caller, i))
                    .toList();
            for (Future<Integer> push : clients.invokeAll(pushes)) {
                assertThat(push.get()).isEqualTo(201);
            }
            assertThat(Caller.text(caller.send("GET", "/acr/v1/app", null)))
                    .contains("\"manifestCount\":128,\"tagCount\":128");
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void options_withNonsense_areRefused() {
        EmulatorOptions options = EmulatorOptions.defaults();

        assertThatThrownBy(() -> options.withPort(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withAdmin("a:b", "c")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withMaximumPageSize(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int push(Caller caller, int number) throws IOException {
        byte[] blob = Caller.bytes("blob " + number);
        String digest = Caller.sha256(blob);
        String location = Caller.header(caller.send("POST", "/v2/app/blobs/uploads/", null), "Location");
        caller.send("PUT", location + "&digest=" + digest, blob);
        String manifest = "{\"schemaVersion\":2,\"config\":{\"digest\":\"" + digest + "\"},\"layers\":[]}";
        return caller.send(
                        "PUT",
                        "/v2/app/manifests/t" + number,
                        Caller.bytes(manifest),
                        "Content-Type",
                        Caller.OCI_MANIFEST)
                .statusCode();
    }
}
