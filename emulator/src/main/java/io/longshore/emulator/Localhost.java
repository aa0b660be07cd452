// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The name that every machine has for itself, though not every machine has it for both 127.0.0.1 and ::1. */
final class Localhost {
    static final String NAME = "localhost";

    private Localhost() {}

    /** What the name stands for here; nothing where nobody knows it. */
    static List<InetAddress> addresses() {
        try {
            return List.of(InetAddress.getAllByName(NAME));
        } catch (UnknownHostException e) {
            // Then callers are left with the number that they used.
            return List.of();
        }
    }
}
