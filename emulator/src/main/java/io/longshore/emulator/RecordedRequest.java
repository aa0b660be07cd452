// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request that reached the emulator, and what became of it. Contents of tokens and passwords are never kept: the
 * {@code Authorization} header has only its scheme, bodies are only counted. A target is as sent, so it may have the
 * signature of an address at the data endpoint or the state of an upload, which are worth something only to the
 * emulator that made them.
 *
 * @param method the method, as sent
 * @param target path and query, as sent, with percent-encoding untouched
 * @param host the {@code Host} header; tells the registry from its data endpoint
 * @param headers the request's headers by lower-case name, in the order sent
 * @param status the status of the answer; 0 if the connection was cut before there was one
 * @param requestBytes bytes of the request's body that were read
 * @param responseBytes bytes of the response's body that were written
 * @param start when the request's header had been read, by the emulator's clock
 * @param duration from then until the answer was ready to be sent, by the system's clock
 */
public record RecordedRequest(
        String method,
        String target,
        String host,
        Map<String, List<String>> headers,
        int status,
        long requestBytes,
        long responseBytes,
        Instant start,
        Duration duration) {
    /** Makes its own copy of the headers. */
    public RecordedRequest {
        headers = Map.copyOf(headers);
    }

    /**
     * The first value of a header, whatever the case of its name.
     *
     * @param name the name of the header
     * @return the value
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /**
     * The target without its query.
     *
     * @return the path, as sent
     */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }
}
