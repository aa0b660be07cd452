// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReleasedBodyTest {
    /** Far below the time limit for a connection without progress. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private final CompletableFuture<Integer> left = new CompletableFuture<>();

    @Test
    void close_whileAnotherThreadReads_freesBoth() throws Exception {
        try (RawServer server = new RawServer(this::standStill)) {
            HttpResponse response = get(server);
            InputStream body = response.getBodyAsBinaryData().toStream();
            assertThat(body.read()).isEqualTo('0');
            assertThat(body.skip(9)).isEqualTo(9);
            CountDownLatch reading = new CountDownLatch(1);
            CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> {
                reading.countDown();
                return read(body);
            });
            assertThat(reading.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

            response.close();

            assertThat(reader).failsWithin(SOON);
            assertThat(left).succeedsWithin(SOON);
        }
    }

    @Test
    void close_afterAllWasRead_keepsTheConnection() throws Exception {
        try (RawServer server = new RawServer(request -> request.answer("200 OK", "all of it"))) {
            HttpClient client = new RegistryHttpClientBuilder().build();
            for (int i = 0; i < 3; i++) {
                try (HttpResponse response = get(client, server)) {
                    assertThat(response.getBodyAsBinaryData().toString()).isEqualTo("all of it");
                }
            }

            assertThat(server.connectionCount()).isEqualTo(1);
        }
    }

    private boolean standStill(RawServer.Request request) throws IOException {
        request.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n0123456789");
        try {
            left.complete(request.in().read());
        } catch (IOException e) {
            left.complete(-1);
        }
        return false;
    }

    private static HttpResponse get(RawServer server) {
        return get(new RegistryHttpClientBuilder().build(), server);
    }

    private static HttpResponse get(HttpClient client, RawServer server) {
        return client.sendSync(new HttpRequest(HttpMethod.GET, server.url()), Context.NONE);
    }

    private static int read(InputStream body) {
        try {
            return body.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
