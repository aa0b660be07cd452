// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers https requests as a test says, also as no registry should, and keeps them. Anonymous unless scripted. */
public final class ScriptedRegistry implements AutoCloseable {
    private static final int PIECE = 64 * 1024;

    static {
        // Otherwise each answer in two packets waits for an acknowledgement that the client delays.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong sentBytes = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Function<Received, Reply> script;
    private final HttpsServer server;

    private ScriptedRegistry(Function<Received, Reply> script) {
        this.script = script;
        try {
            this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(ServerIdentity.serverContext()));
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** One that answers by this script. */
    public static ScriptedRegistry answering(Function<Received, Reply> script) {
        return new ScriptedRegistry(script);
    }

    /** Its address. */
    public String endpoint() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    /** What came, in order. */
    public List<Received> requests() {
        return List.copyOf(requests);
    }

    /** How much went out in bodies. */
    public long sentBytes() {
        return sentBytes.get();
    }

    @Override
    public void close() {
        // First the threads: one that writes to a client that no longer reads would hold up the rest.
        threads.shutdownNow();
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, List<String>> headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(each -> each.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
            Received request = new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers,
                    exchange.getRequestBody().readAllBytes());
            requests.add(request);
            answer(exchange, script.apply(request));
        }
    }

    private void answer(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), reply.promised());
        OutputStream body = exchange.getResponseBody();
        for (int at = 0; at < reply.body().length; at += PIECE) {
            int length = Math.min(PIECE, reply.body().length - at);
            body.write(reply.body(), at, length);
            sentBytes.addAndGet(length);
        }
    }
}
