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
    /**
     * Headers that differ from request to request or from run to run, and say nothing about the protocol. Of the forms
     * that ask for tokens the length is left out too, since the tokens in them differ in it.
     */
    private static final Set<String> NORMALISED_HEADERS =
            Set.of("host", "x-ms-client-request-id", "connection", "traceparent");

    private Wire() {}

    static List<String> requests(RegistryEmulator registry) {
        return registry.requests().all().stream().map(Wire::shown).sorted().toList();
    }

    private static String shown(RecordedRequest request) {
        boolean asksForToken = request.path().startsWith("/oauth2/");
        Map<String, List<String>> headers = new TreeMap<>(request.headers());
        headers.keySet().removeAll(NORMALISED_HEADERS);
        if (asksForToken) {
            headers.remove("content-length");
        }
        return request.method() + " " + target(request) + " -> " + request.status() + " " + headers
                + (asksForToken ? "" : " " + request.requestBytes() + " bytes");
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
