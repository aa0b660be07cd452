// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo;

import java.util.Objects;

/** A step of the demonstration did not do what it says. */
public final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what was expected and what came. */
    public DemoException(String message) {
        super(message);
    }

    DemoException(String step, Exception cause) {
        super(
                "the demo failed at \"" + step + "\": "
                        + Objects.requireNonNullElseGet(cause.getMessage(), cause::toString),
                cause);
    }

    /**
     * Goes on only if what the step promises is so.
     *
     * @throws DemoException if it is not
     */
    public static void unless(boolean isKept, String promise) {
        if (!isKept) {
            throw new DemoException("expected " + promise);
        }
    }

    /**
     * Goes on only if both are equal.
     *
     * @throws DemoException if they are not
     */
    public static void unlessEqual(Object expected, Object actual, String what) {
        unless(expected.equals(actual), what + " to be " + expected + ", but it was " + actual);
    }
}
