// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final List<String> BEFORE = List.of("class A", "    int x()", "class B", "    int y()");

    @Test
    void between_equalListings_none() {
        assertThat(Differences.between(BEFORE, BEFORE)).isEmpty();
    }

    @Test
    void between_memberMovedToAnotherType_shownTwice() {
        List<String> after = List.of("class A", "    int x()", "    int y()", "class B");
        assertThat(Differences.between(BEFORE, after)).containsExactly("- class B : int y()", "+ class A : int y()");
    }

    @Test
    void between_typeGone_shownWithItsMembers() {
        assertThat(Differences.between(BEFORE, BEFORE.subList(0, 2)))
                .containsExactly("- class B", "- class B : int y()");
    }
}
