// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the route of a request, has its rights checked, lets it be handled, and adds the common headers. */
public final class Dispatcher implements Responder {
    private final List<Route> routes;
    private final Guard guard;
    private final CommonHeaders common;
    private final String defaultHost;
    private final Logger logger;

    /** Serves these routes; {@code defaultHost} is for requests without a {@code Host}. */
    public Dispatcher(List<Route> routes, Guard guard, CommonHeaders common, String defaultHost, Logger logger) {
        this.routes = List.copyOf(routes);
        this.guard = guard;
        this.common = common;
        this.defaultHost = defaultHost;
        this.logger = logger;
    }

    private record Match(Route route, Map<String, String> variables) {}

    @Override
    public Reply respond(Exchange exchange, InputStream body, long length) throws IOException {
        String rawPath = exchange.path();
        List<String> segments = decoded(rawPath).map(PathPattern::segments).orElse(List.of());
        Optional<Match> match = matches(segments)
                .filter(candidate -> candidate.route().method().equals(exchange.method()))
                .findFirst();
        if (match.isEmpty()) {
            List<Match> others = matches(segments)
                    .filter(candidate -> !candidate.route().pattern().isMisspelt())
                    .toList();
            return common.unrouted(rawPath, notRouted(rawPath, others));
        }
        Query query;
        try {
            query = Query.parse(exchange.query());
        } catch (IllegalArgumentException e) {
            return common.unrouted(rawPath, RegistryError.BAD_REQUEST.reply("the query is not percent-encoded"));
        }
        Request request = new Request(
                exchange.method(),
                exchange.headers().first("host").orElse(defaultHost),
                rawPath,
                match.get().variables(),
                query,
                exchange.headers(),
                body,
                length);
        return handle(match.get().route(), request);
    }

    @Override
    public Reply dressed(Exchange exchange, Reply reply) {
        return common.early(exchange.path(), reply);
    }

    private Reply handle(Route route, Request request) throws IOException {
        try {
            if (!route.open()) {
                guard.check(request, route.demands().apply(request));
            }
        } catch (Refusal refusal) {
            return common.early(request.rawPath(), refusal.reply());
        }
        try {
            return common.handled(request, route.handler().handle(request));
        } catch (Refusal refusal) {
            return common.handled(request, refusal.reply());
        } catch (RuntimeException e) {
            logger.log(Level.ERROR, "handling " + request.method() + " " + request.rawPath() + " failed", e);
            return common.handled(request, RegistryError.replyForStatus(500));
        }
    }

    private Stream<Match> matches(List<String> segments) {
        return routes.stream()
                .flatMap(route -> route.pattern().match(segments).map(found -> new Match(route, found)).stream());
    }

    private static Optional<String> decoded(String rawPath) {
        if (rawPath.indexOf('%') < 0) {
            return Optional.of(rawPath);
        }
        try {
            return Optional.of(URLDecoder.decode(rawPath.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Reply notRouted(String rawPath, List<Match> matches) {
        // The token endpoints answer a wrong method with 404.
        return matches.isEmpty() || !CommonHeaders.isRegistry(rawPath) ? notFound(rawPath) : notAllowed(matches);
    }

    private static Reply notFound(String rawPath) {
        return CommonHeaders.isRegistry(rawPath)
                ? Reply.text(404, "404 page not found\n")
                : Reply.bytes(404, "application/octet-stream", "Not found".getBytes(StandardCharsets.UTF_8));
    }

    private static Reply notAllowed(List<Match> matches) {
        TreeSet<String> allowed = new TreeSet<>();
        matches.forEach(match -> allowed.add(match.route().method()));
        return Reply.text(405, "Method Not Allowed\n").with("Allow", String.join(", ", allowed));
    }
}
