// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {
    @Test
    void nothing_named_showsTheCommands() {
        Run run = Run.of();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Commands:", "serve");
    }

    @Test
    void command_unknown_isUsage() {
        Run run = Run.of("sreve");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("sreve", "Did you mean", "longshore serve", "--help");
    }

    @Test
    void admin_withoutColon_saysHowItIsWritten() {
        Run run = Run.of("serve", "--port", "0", "--admin", "me");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--admin", "USER:PASSWORD", "longshore serve --help");
    }

    @Test
    void admin_withoutUser_doesNotRepeatThePassword() {
        assertThat(Run.of("serve", "--port", "0", "--admin", ":hidden").err())
                .contains("USER:PASSWORD")
                .doesNotContain("hidden");
    }

    @Test
    void port_outOfRange_isUsage() {
        Run run = Run.of("serve", "--port", "65536");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--port", "65535");
    }

    @Test
    void port_inUse_saysWhatToDoInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.of("serve", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .contains(String.valueOf(taken.getLocalPort()), "Port 0");
        }
    }

    @Test
    void folder_thatIsAFile_saysWhatToDoInOneLine(@TempDir Path temp) throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "");

        Run run = Run.of("serve", "--port", "0", "--dir", file.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains(file.toString(), "choose another");
    }

    @Test
    void failure_withDebug_showsWhere(@TempDir Path temp) throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "");

        Run run = Run.of("serve", "--debug", "--port", "0", "--dir", file.toString());

        assertThat(run.err()).contains("\tat io.longshore.");
    }
}
