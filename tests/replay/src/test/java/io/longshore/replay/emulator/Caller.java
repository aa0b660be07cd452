// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.emulator;

import io.longshore.replay.recording.Answered;
import io.longshore.replay.recording.Asked;
import io.longshore.replay.recording.Content;
import io.longshore.replay.recording.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;

/** Sends requests to the letter, as for the registry that was recorded. */
final class Caller {
    private final HttpClient http;

    Caller(SSLContext tls) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .build();
    }

    /** Sends to a server of this machine that calls itself {@code host}; an empty host is its own. */
    Answered send(Asked asked, int port, String host) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + asked.target()))
                .method(asked.method(), body(asked));
        if (!host.isEmpty()) {
            request.setHeader("Host", host);
        }
        asked.headers().without("Content-Length").all().forEach(request::setHeader);
        try {
            return answered(http.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher body(Asked asked) {
        return asked.body()
                .map(body -> BodyPublishers.ofByteArray(body.bytes()))
                .orElseGet(BodyPublishers::noBody);
    }

    private static Answered answered(HttpResponse<byte[]> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, String.join(",", values)));
        byte[] body = response.body();
        return new Answered(
                response.statusCode(),
                Fields.of(headers),
                body.length == 0 ? Optional.empty() : Optional.of(Content.of(body)));
    }
}
