// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.longshore.cli.demo.EmulatedRegistry;
import io.longshore.cli.view.Terminal;
import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

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
    void serve_withoutAdmin_makesUpAPassword() throws Exception {
        assertThat(welcome()).containsPattern("password +[a-z2-9]{20}\\R");
    }

    @Test
    void serve_withFolder_keepsContentThere(@TempDir Path folder) throws Exception {
        assertThat(welcome("--dir", folder.toString())).contains(folder + " (stays)");
        assertThat(folder).isNotEmptyDirectory().isDirectoryNotContaining("glob:**/login-token");
    }

    @Test
    void serve_interrupted_freesThePort() throws Exception {
        Matcher address = Pattern.compile("localhost:([0-9]+)").matcher(welcome());

        assertThat(address.find()).isTrue();
        int port = Integer.parseInt(address.group(1));
        assertThat(catchThrowable(() -> new Socket("localhost", port).close())).isInstanceOf(ConnectException.class);
    }

    private static String welcome(String... options) throws Exception {
        Longshore longshore = new Longshore(Terminal.plain(), EmulatedRegistry::start, List::of);
        StringWriter err = new StringWriter();
        try (PipedWriter pipe = new PipedWriter();
                BufferedReader reader = new BufferedReader(new PipedReader(pipe, 16 * 1024))) {
            CommandLine command = longshore.commandLine();
            command.setOut(new PrintWriter(pipe, true)).setErr(new PrintWriter(err, true));
            String[] words = Stream.concat(Stream.of("serve", "--port", "0"), Stream.of(options))
                    .toArray(String[]::new);
            Thread server = new Thread(() -> command.execute(words), "serve");
            server.start();
            String lines = untilLast(reader);
            server.interrupt();
            server.join();
            return lines;
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
