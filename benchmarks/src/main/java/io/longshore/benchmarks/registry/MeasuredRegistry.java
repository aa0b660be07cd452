// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.registry;

import com.azure.core.credential.TokenRequestContext;
import io.longshore.emulator.EmulatorCredential;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RecordedRequest;
import io.longshore.emulator.RegistryEmulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Properties;

/**
 * Runs the emulator with content, over TLS and with a login, until its input ends.
 *
 * <p>Arguments: the folder of files, each of which becomes a blob; a folder for {@code registry.properties} and
 * {@code trust.p12} (password {@code benchmark}). A line {@code clear} on the input forgets all requests, renews the
 * login and answers {@code ready}; {@code count} answers the number of requests, and how many of them were for the
 * login: those to the token service, and those refused with a challenge.
 */
final class MeasuredRegistry {
    private static final int REPOSITORIES = 250;
    private static final int TAGS = 250;
    private static final int LOG = 200_000;

    private final RegistryEmulator emulator;
    private final Path folder;
    private final Properties facts = new Properties();

    private MeasuredRegistry(RegistryEmulator emulator, Path folder) {
        this.emulator = emulator;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        EmulatorOptions options = EmulatorOptions.defaults().withRequestLogCapacity(LOG);
        try (RegistryEmulator emulator = RegistryEmulator.start(options)) {
            MeasuredRegistry registry = new MeasuredRegistry(emulator, Path.of(arguments[1]));
            registry.fill(Path.of(arguments[0]));
            registry.trust();
            registry.answer();
        }
    }

    private void fill(Path files) throws IOException {
        List<String> names = emulator.seed().repositories("app", REPOSITORIES);
        emulator.seed().tags(names.get(2), "t", TAGS);
        for (String name : List.of("small", "stream", "file", "large")) {
            facts.setProperty(name, emulator.seed().blob(names.get(0), Files.readAllBytes(files.resolve(name))));
        }
        facts.setProperty("manifest", emulator.seed().image(names.get(0), "latest"));
        facts.setProperty("endpoint", emulator.endpoint());
    }

    /** For Java's system properties, so that clients need not be told. */
    private void trust() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("registry", emulator.certificate());
        try (OutputStream file = Files.newOutputStream(folder.resolve("trust.p12"))) {
            store.store(file, "benchmark".toCharArray());
        }
    }

    private void answer() throws IOException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            System.out.println(question.equals("clear") ? clear() : count());
        }
    }

    private String clear() throws IOException {
        facts.setProperty("deletable", emulator.seed().image("app0001", "deletable"));
        facts.setProperty(
                "token",
                new EmulatorCredential(emulator)
                        .getTokenSync(new TokenRequestContext())
                        .getToken());
        try (Writer text = Files.newBufferedWriter(folder.resolve("registry.properties"))) {
            facts.store(text, null);
        }
        emulator.requests().clear();
        return "ready";
    }

    private String count() {
        return emulator.requests().count() + " "
                + emulator.requests().matching(MeasuredRegistry::isForLogin).size();
    }

    private static boolean isForLogin(RecordedRequest request) {
        return request.path().startsWith("/oauth2/") || request.status() == 401;
    }
}
