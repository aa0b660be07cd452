// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * The host of the data endpoint. The service's storage is another host, and many clients take their login along to the
 * same name on another port. So who calls this machine by its number is sent to its name, if that leads here; not the
 * other way round, as some clients follow nobody to a number.
 *
 * @param bound the address that is listened on
 * @param localhost the addresses of {@code localhost}
 * @param port the port of the data endpoint
 */
record DataHost(InetAddress bound, List<InetAddress> localhost, int port) {
    private static final Set<String> NUMBERS = Set.of("127.0.0.1", "[::1]");

    /** Copies the list. */
    DataHost {
        localhost = List.copyOf(localhost);
    }

    /** The host, with its port, for a caller who used this one. */
    String of(String caller) {
        String name = caller.replaceFirst(":[0-9]+$", "");
        return (isNamed() && NUMBERS.contains(name) ? Localhost.NAME : name) + ":" + port;
    }

    private boolean isNamed() {
        return localhost.contains(bound) || (bound.isAnyLocalAddress() && !localhost.isEmpty());
    }
}
