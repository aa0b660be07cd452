// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import io.longshore.emulator.RecordedRequest;
import io.longshore.emulator.RegistryEmulator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The requests of one run, as a multiset that two runs can be compared by. */
final class Wire {
    /** Headers that differ from request to request or from run to run, and say nothing about the protocol. */
    static final Set<String> NORMALISED_HEADERS =
            Set.of("host", "x-ms-client-request-id", "connection", "traceparent", "content-length of token forms");

    private static final Set<String> DROPPED = Set.of("host", "x-ms-client-request-id", "connection", "traceparent");

    private Wire() {}

    static List<String> requests(RegistryEmulator registry) {
        return registry.requests().all().stream().map(Wire::shown).sorted().toList();
    }

    private static String shown(RecordedRequest request) {
        Map<String, List<String>> headers = new TreeMap<>(request.headers());
        headers.keySet().removeAll(DROPPED);
        if (request.path().startsWith("/oauth2/")) {
            headers.remove("content-length");
        }
        boolean token = request.path().startsWith("/oauth2/");
        return request.method() + " " + target(request) + " -> " + request.status() + " " + headers
                + (token ? "" : " " + request.requestBytes() + " bytes");
    }

    private static String target(RecordedRequest request) {
        return request.target()
                .replaceAll("blobs/uploads/[0-9a-f-]{36}", "blobs/uploads/SESSION")
                .replaceAll("_state=[^&]*", "_state=STATE")
                .replaceAll("([?&])(se|sig|regid)=[^&]*", "$1$2=SIGNED")
                .replaceAll("^/[0-9a-f]{32}-[a-z0-9]+//", "/STORAGE//")
                .replaceAll("last=\\d{18}", "last=TICKS");
    }
}
