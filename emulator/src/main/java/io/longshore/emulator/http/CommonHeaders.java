// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Adds to each reply the headers that the service has on every answer of its kind, duplicates included. */
public final class CommonHeaders {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Reply.Header TRANSPORT_SECURITY =
            new Reply.Header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    private static final List<Reply.Header> EXPOSED = List.of(
            new Reply.Header("Access-Control-Expose-Headers", "Docker-Content-Digest"),
            new Reply.Header("Access-Control-Expose-Headers", "WWW-Authenticate"),
            new Reply.Header("Access-Control-Expose-Headers", "Link"),
            new Reply.Header("Access-Control-Expose-Headers", "X-Ms-Correlation-Request-Id"));

    private final Clock clock;
    private final RateLimits limits;
    private volatile Stamp stamp = new Stamp(0, HTTP_DATE.format(Instant.EPOCH));

    /** A date as it was last written. */
    private record Stamp(long second, String text) {}

    /** Dates the answers by this clock. */
    public CommonHeaders(Clock clock) {
        this.clock = clock;
        this.limits = new RateLimits(clock);
    }

    static boolean isRegistry(String rawPath) {
        return rawPath.startsWith("/v2/") || rawPath.startsWith("/acr/") || rawPath.equals("/v2");
    }

    Reply unrouted(String rawPath, Reply reply) {
        List<Reply.Header> headers = start();
        if (isRegistry(rawPath)) {
            registry(headers);
        }
        return with(headers, reply);
    }

    /** For an answer that was given before any handler was reached. */
    Reply early(String rawPath, Reply reply) {
        if (!isRegistry(rawPath)) {
            return with(tokens(reply.status()), reply);
        }
        List<Reply.Header> headers = start();
        headers.addAll(EXPOSED);
        registry(headers);
        return with(headers, reply);
    }

    Reply handled(Request request, Reply reply) {
        if (!isRegistry(request.rawPath())) {
            return with(tokens(reply.status()), reply);
        }
        List<Reply.Header> headers = start();
        headers.addAll(EXPOSED);
        registry(headers);
        boolean deletion = request.method().equals("DELETE");
        if (deletion && (reply.status() == 202 || reply.status() == 404)) {
            headers.add(new Reply.Header("X-Ms-Ratelimit-Remaining-Calls-Per-Second", limits.nextDeletion()));
        }
        if ((deletion || !request.rawPath().startsWith("/acr/")) && reply.status() != 307) {
            headers.add(new Reply.Header("X-Ms-Request-Id", UUID.randomUUID().toString()));
            headers.add(new Reply.Header(
                    "X-Ms-Client-Request-Id",
                    request.headers().first("x-ms-client-request-id").orElse("")));
        }
        return with(headers, reply);
    }

    private List<Reply.Header> tokens(int status) {
        List<Reply.Header> headers = start();
        headers.add(TRANSPORT_SECURITY);
        headers.add(new Reply.Header(
                "X-Ms-Correlation-Request-Id", UUID.randomUUID().toString()));
        if (status == 200) {
            headers.add(new Reply.Header("x-ms-ratelimit-remaining-calls-per-second", limits.nextToken()));
        }
        return headers;
    }

    private List<Reply.Header> start() {
        List<Reply.Header> headers = new ArrayList<>(16);
        headers.add(new Reply.Header("Server", "AzureContainerRegistry"));
        headers.add(new Reply.Header("Date", date()));
        return headers;
    }

    private String date() {
        long second = clock.instant().getEpochSecond();
        Stamp known = stamp;
        if (known.second() != second) {
            known = new Stamp(second, HTTP_DATE.format(Instant.ofEpochSecond(second)));
            stamp = known;
        }
        return known.text();
    }

    private static void registry(List<Reply.Header> headers) {
        headers.add(new Reply.Header("Docker-Distribution-Api-Version", "registry/2.0"));
        headers.add(TRANSPORT_SECURITY);
        headers.add(TRANSPORT_SECURITY);
        headers.add(new Reply.Header("X-Content-Type-Options", "nosniff"));
        headers.add(new Reply.Header(
                "X-Ms-Correlation-Request-Id", UUID.randomUUID().toString()));
    }

    private static Reply with(List<Reply.Header> headers, Reply reply) {
        headers.addAll(reply.headers());
        return new Reply(reply.status(), headers, reply.content());
    }
}
