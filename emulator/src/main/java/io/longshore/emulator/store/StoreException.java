// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

/** Files or database failed. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what is wrong. */
    public StoreException(String message) {
        super(message);
    }

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
