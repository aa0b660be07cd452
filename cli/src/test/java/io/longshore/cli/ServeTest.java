// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import io.longshore.cli.demo.EmulatedRegistry;
import io.longshore.cli.view.Terminal;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.transport.RegistryHttpClientBuilder;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import reactor.core.publisher.Mono;

/** Runs the command in a thread, as it does not end by itself, and interrupts it. */
@Timeout(60)
class ServeTest {
    private static final String LAST_LINE = "  token's file.*";

    @Test
    void serve_withTls_saysHowToLogIn() throws Exception {
        Golden.check("serve", Golden.normalised(welcome("--admin", "me:secret")));
    }

    @Test
    void serve_withoutTls_saysHowToLogIn() throws Exception {
        Golden.check(
                "serve-no-tls",
                Golden.normalised(welcome("--no-tls", "--anonymous-pull", "--admin", "me:it's secret")));
    }

    @Test
    void serve_withTlsNamed_servesHttps() throws Exception {
        assertThat(welcome("--tls")).startsWith("A registry is running at https://");
    }

    @Test
    void serve_withoutAdmin_makesUpAPassword() throws Exception {
        assertThat(welcome()).containsPattern("password +[a-z2-9]{20}\\R");
    }

    @Test
    void serve_withFolder_keepsContentThere(@TempDir Path folder) throws Exception {
        assertThat(welcome("--dir", folder.toString())).contains(folder + " (stays)");
        assertThat(folder).isNotEmptyDirectory().isDirectoryNotContaining("glob:**/login-token");
    }

    @Test
    void serve_thatCannotWriteTheToken_freesTheFolder(@TempDir Path folder) throws Exception {
        seed(folder, "app");
        // Where the new token is written first.
        Files.createDirectories(folder.resolve("login-token.new/full"));

        Run run = Run.of("serve", "--port", "0", "--dir", folder.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("login token");
        assertThatCode(() -> seed(folder, "app")).doesNotThrowAnyException();
    }

    @Test
    void serve_interrupted_freesThePort() throws Exception {
        Matcher address = Pattern.compile("localhost:([0-9]+)").matcher(welcome());

        assertThat(address.find()).isTrue();
        int port = Integer.parseInt(address.group(1));
        assertThat(catchThrowable(() -> new Socket("localhost", port).close())).isInstanceOf(ConnectException.class);
    }

    @Test
    void loginToken_ofTheFile_isACredentialForTheLibrary(@TempDir Path folder) throws Exception {
        List<String> names = new ArrayList<>();
        seed(folder, "app");

        serve(welcome -> client(welcome).listRepositoryNames().forEach(names::add), "--dir", folder.toString());

        assertThat(names).containsExactly("app");
    }

    private static void seed(Path folder, String repository) {
        try (RegistryEmulator emulator =
                RegistryEmulator.start(EmulatorOptions.defaults().withDirectory(folder))) {
            emulator.seed().image(repository, "v1");
        }
    }

    /** As the guide says. */
    private static ContainerRegistryClient client(String welcome) throws Exception {
        Path file = Path.of(found(welcome, "login token +(.*)"));
        TokenCredential credential = request -> Mono.fromCallable(() -> new AccessToken(
                Files.readString(file), OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(30)));
        try (InputStream pem = Files.newInputStream(Path.of(found(welcome, "certificate +(.*)")))) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
            return new ContainerRegistryClientBuilder()
                    .endpoint(found(welcome, "(https://localhost:[0-9]+)"))
                    .credential(credential)
                    .httpClient(new RegistryHttpClientBuilder()
                            .trustCertificates(List.of(certificate))
                            .build())
                    .buildClient();
        }
    }

    private static String found(String text, String expression) {
        Matcher matcher = Pattern.compile(expression).matcher(text);
        assertThat(matcher.find()).as(expression).isTrue();
        return matcher.group(1);
    }

    private static String welcome(String... options) throws Exception {
        StringBuilder lines = new StringBuilder();
        serve(lines::append, options);
        return lines.toString();
    }

    private interface Guest {
        void use(String welcome) throws Exception;
    }

    private static void serve(Guest guest, String... options) throws Exception {
        Longshore longshore = new Longshore(Terminal.plain(), EmulatedRegistry::start, List::of);
        try (PipedWriter pipe = new PipedWriter();
                BufferedReader reader = new BufferedReader(new PipedReader(pipe, 16 * 1024))) {
            CommandLine command = longshore.commandLine();
            command.setOut(new PrintWriter(pipe, true)).setErr(new PrintWriter(new StringWriter(), true));
            String[] words = Stream.concat(Stream.of("serve", "--port", "0"), Stream.of(options))
                    .toArray(String[]::new);
            Thread server = new Thread(() -> command.execute(words), "serve");
            server.start();
            try {
                guest.use(untilLast(reader));
            } finally {
                server.interrupt();
                server.join();
            }
        }
    }

    private static String untilLast(BufferedReader reader) throws Exception {
        StringBuilder lines = new StringBuilder();
        String line;
        do {
            line = reader.readLine();
            lines.append(line).append('\n');
        } while (line != null && !line.matches(LAST_LINE));
        return lines.toString();
    }
}
