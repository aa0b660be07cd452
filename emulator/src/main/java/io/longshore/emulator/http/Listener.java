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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;

/** Listens on one port, with a daemon thread for each connection. */
public final class Listener implements AutoCloseable {
    private static final int BACKLOG = 256;
    private static final long PATIENCE_MILLIS = 5_000;
    private static final long PAUSE_MILLIS = 50;

    private final ServerSocket server;
    private final Optional<SSLContext> tls;
    private final Traffic traffic;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Thread> acceptor = new AtomicReference<>();
    private final AtomicLong connections = new AtomicLong();

    private Listener(ServerSocket server, Optional<SSLContext> tls, Traffic traffic) {
        this.server = server;
        this.tls = tls;
        this.traffic = traffic;
    }

    /** Starts to listen; port 0 takes a free one. */
    public static Listener start(InetAddress address, int port, Optional<SSLContext> tls, Traffic traffic) {
        Listener listener = new Listener(bind(address, port), tls, traffic);
        listener.acceptor.set(listener.spawn(listener::accept, "longshore-emulator-" + listener.port()));
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
            // First the one that starts the others, so that none is missed.
            Thread first = acceptor.get();
            if (first != null) {
                first.join(PATIENCE_MILLIS);
            }
            for (Thread worker : workers) {
                worker.join(PATIENCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (isOpen()) {
            try {
                converse(server.accept());
            } catch (IOException | OutOfMemoryError e) {
                // The system may be short of files or threads for a while: trying again at once would only burn time.
                traffic.log("accepting a connection failed", e, !isOpen());
                if (isClosedWithin(PAUSE_MILLIS)) {
                    return;
                }
            }
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private boolean isClosedWithin(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void converse(Socket socket) {
        sockets.add(socket);
        if (!isOpen()) {
            // Accepted while the others were being closed.
            forget(socket);
            return;
        }
        Conversation conversation = new Conversation(socket, tls, traffic, closing);
        boolean started = false;
        try {
            spawn(
                    () -> {
                        try {
                            conversation.run();
                        } finally {
                            sockets.remove(socket);
                        }
                    },
                    "longshore-emulator-" + port() + "-" + connections.incrementAndGet());
            started = true;
        } finally {
            if (!started) {
                forget(socket);
            }
        }
    }

    private void forget(Socket socket) {
        closeQuietly(socket);
        sockets.remove(socket);
    }

    private Thread spawn(Runnable work, String name) {
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
        boolean started = false;
        try {
            thread.start();
            started = true;
            return thread;
        } finally {
            if (!started) {
                workers.remove(thread);
            }
        }
    }

    private void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            traffic.log("closing " + resource + " failed", e, true);
        }
    }
}
