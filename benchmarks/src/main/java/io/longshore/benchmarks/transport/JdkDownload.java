// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Downloads with nothing but the JDK. */
final class JdkDownload {
    private static final int BUFFER = 64 * 1024;

    private JdkDownload() {}

    static void run(URI url, WritableByteChannel target) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Accept-Encoding", "identity")
                .build();
        try (InputStream body =
                client.send(request, BodyHandlers.ofInputStream()).body()) {
            copy(body, target);
        }
    }

    /** The loop of the client's blocking driver. */
    static void copy(InputStream body, WritableByteChannel target) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
            while (bytes.hasRemaining()) {
                target.write(bytes);
            }
        }
    }
}
