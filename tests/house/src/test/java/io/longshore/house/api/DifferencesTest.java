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
        assertThat(Differences.between(BEFORE, after)).containsExactly("- B : int y()", "+ A : int y()");
    }

    @Test
    void between_typeGone_shownWithItsMembers() {
        assertThat(Differences.between(BEFORE, BEFORE.subList(0, 2))).containsExactly("- class B", "- B : int y()");
    }

    @Test
    void between_headingChanged_showsTheHeadingOnly() {
        List<String> before = List.of("public final class A<T>", "    int x()");
        List<String> after = List.of("public class A<T> implements B", "    int x()");
        assertThat(Differences.between(before, after))
                .containsExactly("- public final class A<T>", "+ public class A<T> implements B");
    }
}
