// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.transport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Serves the files of a folder over loopback where no nginx is to be had: GET only, by {@code sendfile}. Prints its
 * port and runs until it is killed.
 */
final class FileServer {
    private FileServer() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            System.out.println(server.socket().getLocalPort());
            while (true) {
                SocketChannel connection = server.accept();
                new Thread(() -> serve(connection, folder)).start();
            }
        }
    }

    private static void serve(SocketChannel connection, Path folder) {
        try (connection) {
            InputStream requests = new BufferedInputStream(connection.socket().getInputStream());
            for (String line = line(requests); !line.isEmpty(); line = line(requests)) {
                String name = line.split(" ", 3)[1].substring(1);
                while (!line.isEmpty()) {
                    line = line(requests);
                }
                answer(connection, folder.resolve(name));
            }
        } catch (IOException e) {
            System.err.println("connection ended: " + e.getMessage());
        }
    }

    private static String line(InputStream requests) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = requests.read(); c >= 0 && c != '\n'; c = requests.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static void answer(SocketChannel connection, Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            String head = "HTTP/1.1 200 OK\r\nContent-Length: " + file.size() + "\r\n\r\n";
            connection.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
            for (long sent = 0; sent < file.size(); ) {
                sent += file.transferTo(sent, file.size() - sent, connection);
            }
        }
    }
}
