// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A failed connection that has been described where it failed; whoever passes it on leaves it as it is. */
final class ConnectionFailure extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    ConnectionFailure(String message, IOException cause) {
        super(message, cause);
    }
}
