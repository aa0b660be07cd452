// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LibrariesTest {
    @Test
    void explain_namesTheClashAndTheJarsInUse() {
        assertThat(Libraries.explain(new NoSuchMethodError("asList")))
                .contains("NoSuchMethodError: asList", "/httpcore5-", "/gson-", "/h2-");
    }
}
