// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.io.IOException;

/** The connection is to be cut here, because a disturbance says so. */
final class CutException extends IOException {
    private static final long serialVersionUID = 1;

    CutException(String message) {
        super(message);
    }
}
