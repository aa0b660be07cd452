// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.longshore.replay.recording.Answered;
import io.longshore.replay.recording.Asked;
import io.longshore.replay.recording.Content;
import io.longshore.replay.recording.Fields;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Two servers on loopback, the registry and the storage that it redirects to. They answer as the script says as long as
 * the requests are those of the script; the first that is not ends it.
 */
final class ScriptedRegistry implements AutoCloseable {
    private final List<Cue> script;
    private final List<String> faults = new ArrayList<>();
    private final HttpServer registry;
    private final HttpServer storage;
    private int next;

    ScriptedRegistry(List<Cue> script) throws IOException {
        this.script = List.copyOf(script);
        this.registry = start(false);
        this.storage = start(true);
    }

    private HttpServer start(boolean isStorage) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> serve(exchange, isStorage));
        server.start();
        return server;
    }

    String endpoint() {
        return address(registry);
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What went against the script, the requests that never came included. */
    synchronized List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        script.subList(next, script.size()).forEach(cue -> all.add("not sent: " + cue.asked()));
        return all;
    }

    @Override
    public void close() {
        registry.stop(0);
        storage.stop(0);
    }

    private void serve(HttpExchange exchange, boolean isStorage) throws IOException {
        try (exchange) {
            send(exchange, answer(read(exchange, isStorage)));
        }
    }

    private synchronized Answered answer(Asked asked) {
        if (!faults.isEmpty() || next == script.size()) {
            return fault("beyond the script: " + asked);
        }
        Cue cue = script.get(next);
        SortedMap<String, String> expected = Wire.expected(cue.asked(), cue.verbatim());
        SortedMap<String, String> sent = Wire.sent(asked, cue.verbatim());
        if (!sent.equals(expected)) {
            return fault("request " + next + "\n   expected " + expected + "\n   but sent " + sent);
        }
        next++;
        return cue.answered();
    }

    /** A status that no client repeats. */
    private Answered fault(String what) {
        faults.add(what);
        return new Answered(400, Fields.of(Map.of("Content-Type", "text/plain")), Optional.of(Content.of(what)));
    }

    private static Asked read(HttpExchange exchange, boolean isStorage) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        Content body = Content.of(exchange.getRequestBody().readAllBytes());
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                isStorage,
                Fields.of(headers),
                body.length() == 0 ? Optional.empty() : Optional.of(body));
    }

    private void send(HttpExchange exchange, Answered answered) throws IOException {
        answered.headers().all().forEach((name, value) -> {
            if (!name.equalsIgnoreCase("Content-Length") && !name.equalsIgnoreCase("Transfer-Encoding")) {
                exchange.getResponseHeaders().set(name, here(name, value));
            }
        });
        byte[] body = answered.body().orElse(Content.EMPTY).bytes();
        boolean chunked = answered.headers().has("Transfer-Encoding");
        exchange.sendResponseHeaders(answered.status(), body.length == 0 ? -1 : chunked ? 0 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** {@link Deviation#SERVER_ADDRESS}. */
    private String here(String name, String value) {
        if (name.equalsIgnoreCase("WWW-Authenticate")) {
            return value.replaceFirst("realm=\"[^\"]*\"", "realm=\"" + endpoint() + "/oauth2/token\"");
        }
        return name.equalsIgnoreCase("Location") ? value.replaceFirst("^https://[^/]+", address(storage)) : value;
    }
}
