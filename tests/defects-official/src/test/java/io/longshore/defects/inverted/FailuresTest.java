// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.inverted;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What keeps the defects from being shown by chance. */
class FailuresTest {
    private final IllegalStateException failure =
            new IllegalStateException("outside", new IllegalArgumentException("inside"));

    @Test
    void check_testPassed_fails() {
        assertThatThrownBy(() -> Failures.check("", null)).hasMessageContaining("passes this test");
    }

    @Test
    void check_failedOtherwise_failsWithTheCause() {
        assertThatThrownBy(() -> Failures.check("elsewhere", failure))
                .hasMessageContaining("not with \"elsewhere\"")
                .hasCause(failure);
    }

    @Test
    void check_failedAsSaid_passes() {
        assertThatCode(() -> Failures.check("IllegalStateException: outside", failure))
                .doesNotThrowAnyException();
        assertThatCode(() -> Failures.check("IllegalArgumentException: inside", failure))
                .doesNotThrowAnyException();
    }
}
