// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour.unfinished;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A transport whose bodies never end, and whose {@code close} blocks, as that of every transport may. */
public final class UnfinishedAnswers implements HttpClient {
    private final CompletableFuture<Void> read = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /** Done when somebody waits for more of a body. */
    public CompletableFuture<Void> read() {
        return read;
    }

    /** Done when an answer was closed, by a thread that may block. */
    public CompletableFuture<Void> closed() {
        return closed;
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return Mono.fromSupplier(() -> new Unfinished(request));
    }

    private final class Unfinished extends HttpResponse {
        private final HttpHeaders headers =
                new HttpHeaders().set(HttpHeaderName.CONTENT_TYPE, "application/json; charset=utf-8");

        Unfinished(HttpRequest request) {
            super(request);
        }

        @Override
        public int getStatusCode() {
            return 200;
        }

        @Override
        @Deprecated
        public @Nullable String getHeaderValue(String name) {
            return headers.getValue(HttpHeaderName.fromString(name));
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public Flux<ByteBuffer> getBody() {
            return Flux.<ByteBuffer>never().doOnRequest(buffers -> read.complete(null));
        }

        @Override
        public Mono<byte[]> getBodyAsByteArray() {
            return Mono.never();
        }

        @Override
        public Mono<String> getBodyAsString() {
            return Mono.never();
        }

        @Override
        public Mono<String> getBodyAsString(Charset charset) {
            return Mono.never();
        }

        @Override
        public void close() {
            // For a moment: enough for the watcher, which fails the thread if it must not be blocked.
            LockSupport.parkNanos(1);
            closed.complete(null);
        }
    }
}
