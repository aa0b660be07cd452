// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @Test
    void help_ofTheRoot_isAsRecorded() throws Exception {
        Run run = Run.of("--help");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        Golden.check("help", run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "serve", "version"})
    void help_ofACommand_isAsRecorded(String command) throws Exception {
        Run run = Run.of(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        Golden.check("help-" + command, run.out());
    }

    @Test
    void version_named_saysBothVersions() {
        Run run = Run.of("version");

        assertThat(run.code()).isZero();
        assertThat(run.out()).matches("longshore [0-9]+\\.[0-9]+\\.[0-9]+\\S* \\(Java [0-9].*\\)\\R");
    }
}
