// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** A registry on loopback that answers as a function says. */
public final class ScriptedServer implements AutoCloseable {
    private final HttpServer server;
    private final Function<Asked, Reply> script;
    private final Queue<Asked> requests = new ConcurrentLinkedQueue<>();

    public ScriptedServer(Function<Asked, Reply> script) {
        this.script = script;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.start();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What arrived, in order. */
    public List<Asked> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked asked = read(exchange);
            requests.add(asked);
            Reply reply = script.apply(asked);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            boolean bodiless = reply.promised() == 0;
            exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : Math.max(0, reply.promised()));
            if (!bodiless) {
                exchange.getResponseBody().write(reply.body().toBytes());
                exchange.getResponseBody().flush();
            }
        }
    }

    private static Asked read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestBody().readAllBytes();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        return new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers);
    }
}
