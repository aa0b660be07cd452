// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/** Listens on one port, with a daemon thread for each connection. */
public final class Listener implements AutoCloseable {
    private static final int BACKLOG = 256;
    private static final long PATIENCE_MILLIS = 5_000;

    private final ServerSocket server;
    private final Optional<SSLContext> tls;
    private final Traffic traffic;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    private final AtomicLong connections = new AtomicLong();

    private Listener(ServerSocket server, Optional<SSLContext> tls, Traffic traffic) {
        this.server = server;
        this.tls = tls;
        this.traffic = traffic;
    }

    /** Starts to listen; port 0 takes a free one. */
    public static Listener start(InetAddress address, int port, Optional<SSLContext> tls, Traffic traffic) {
        Listener listener = new Listener(bind(address, port), tls, traffic);
        listener.spawn(listener::accept, "longshore-emulator-" + listener.port());
        return listener;
    }

    private static ServerSocket bind(InetAddress address, int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            try {
                socket.bind(new InetSocketAddress(address, port), BACKLOG);
            } catch (IOException e) {
                socket.close();
                throw e;
            }
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot listen on port " + port + " of " + address.getHostAddress()
                            + " - is something else using it? Port 0 takes a free one",
                    e);
        }
    }

    /** The port listened on. */
    public int port() {
        return server.getLocalPort();
    }

    /** Frees the port, closes all connections and waits for their threads. */
    @Override
    public void close() {
        closing.countDown();
        closeQuietly(server);
        sockets.forEach(this::closeQuietly);
        try {
            for (Thread worker : workers) {
                worker.join(PATIENCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (closing.getCount() > 0) {
            try {
                converse(server.accept());
            } catch (IOException e) {
                traffic.log("accepting a connection failed", e, closing.getCount() == 0);
            }
        }
    }

    private void converse(Socket socket) {
        sockets.add(socket);
        Conversation conversation = new Conversation(socket, tls, traffic, closing);
        spawn(
                () -> {
                    try {
                        conversation.run();
                    } finally {
                        sockets.remove(socket);
                    }
                },
                "longshore-emulator-" + port() + "-" + connections.incrementAndGet());
    }

    private void spawn(Runnable work, String name) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } finally {
                        workers.remove(Thread.currentThread());
                    }
                },
                name);
        thread.setDaemon(true);
        workers.add(thread);
        thread.start();
    }

    private void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            traffic.log("closing " + resource + " failed", e, true);
        }
    }
}
