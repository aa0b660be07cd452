// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.inverted;

import org.jspecify.annotations.Nullable;

/** Compares how a test failed with how it has to. */
final class Failures {
    private static final int MOST_CAUSES = 10;

    private Failures() {}

    static void check(String expected, @Nullable Throwable thrown) {
        if (thrown == null) {
            throw new AssertionError(
                    "the official library passes this test: say so, or the test does not show the defect");
        }
        if (!text(thrown).contains(expected)) {
            throw new AssertionError("it fails, but not with \"" + expected + "\"", thrown);
        }
    }

    /** Types and messages of the failure and its causes. */
    static String text(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < MOST_CAUSES; depth++) {
            text.append(each).append('\n');
            each = each.getCause();
        }
        return text.toString();
    }
}
