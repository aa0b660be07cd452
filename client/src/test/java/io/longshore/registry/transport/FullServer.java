// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port with so many callers in its queue that Linux neither takes nor refuses another. */
final class FullServer implements AutoCloseable {
    private static final int MOST_CALLERS = 50;
    private static final int PATIENCE_MILLIS = 200;

    private final ServerSocket socket;
    private final List<Socket> callers = new ArrayList<>();

    FullServer() throws IOException {
        socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        while (isTaken()) {
            if (callers.size() == MOST_CALLERS) {
                throw new IOException("the queue takes one caller after the other");
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    @Override
    public void close() throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
        socket.close();
    }

    private boolean isTaken() throws IOException {
        Socket caller = new Socket();
        callers.add(caller);
        try {
            caller.connect(socket.getLocalSocketAddress(), PATIENCE_MILLIS);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
