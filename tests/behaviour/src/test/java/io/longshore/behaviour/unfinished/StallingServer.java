// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour.unfinished;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Answers one request with the beginning of a body, or with nothing, and then stands still until the client goes. */
public final class StallingServer implements AutoCloseable {
    private static final int PROMISED = 1_000_000;

    private final ServerSocket socket;
    private final byte[] beginning;
    private final CompletableFuture<Void> answered = new CompletableFuture<>();
    private final CompletableFuture<Void> left = new CompletableFuture<>();

    private StallingServer(byte[] beginning) {
        this.beginning = beginning;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "stalling-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends a head and this much of the body. */
    public static StallingServer after(String beginning) {
        return new StallingServer(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + PROMISED
                        + "\r\n\r\n" + beginning)
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** Does not answer at all. */
    public static StallingServer silent() {
        return new StallingServer(new byte[0]);
    }

    public String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** Done when all that will be sent is sent. */
    public CompletableFuture<Void> answered() {
        return answered;
    }

    /** Done when the client has closed its connection. */
    public CompletableFuture<Void> left() {
        return left;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        try (Socket connection = socket.accept();
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                line = in.readLine();
            }
            OutputStream out = connection.getOutputStream();
            out.write(beginning);
            out.flush();
            answered.complete(null);
            leaves(in);
        } catch (IOException e) {
            answered.completeExceptionally(e);
        }
    }

    /** A reset is a leaving too. */
    private void leaves(BufferedReader in) {
        try {
            if (in.read() < 0) {
                left.complete(null);
            }
        } catch (IOException e) {
            left.complete(null);
        }
    }
}
