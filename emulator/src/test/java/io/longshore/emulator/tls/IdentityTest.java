// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
    @TempDir
    private Path directory;

    @Test
    void in_interrupted_leavesNothingBehindAndWorksAgain() {
        Path file = directory.resolve("tls.p12");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Identity.in(file)).isInstanceOf(UncheckedIOException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(directory).isEmptyDirectory();
        assertThat(Identity.in(file).pem()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(directory).isDirectoryContaining("glob:**tls.p12");
    }

    @Test
    void in_afterAnInterruptedStart_ignoresWhatWasLeft() throws Exception {
        Path file = directory.resolve("tls.p12");
        Files.writeString(directory.resolve("tls.p12.new"), "half a key store");

        Identity first = Identity.in(file);

        assertThat(Identity.in(file).pem()).isEqualTo(first.pem());
        assertThat(directory.toFile().list()).containsExactly("tls.p12");
    }
}
