// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.fake;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A response that tells how much of it was read and whether it was closed. */
public final class FakeResponse extends HttpResponse {
    private static final int BUFFER = 8 * 1024;

    private final Reply reply;
    private final byte[] content;
    private final AtomicLong read = new AtomicLong();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    public FakeResponse(HttpRequest request, Reply reply) {
        super(request);
        this.reply = reply;
        this.content = reply.body().toBytes();
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    /** Done when it is closed, which a cancelled reader does in its own time. */
    public CompletableFuture<Void> closing() {
        return closed;
    }

    public long bytesRead() {
        return read.get();
    }

    @Override
    public int getStatusCode() {
        return reply.status();
    }

    @Override
    @Deprecated
    public String getHeaderValue(String name) {
        return reply.headers().getValue(HttpHeaderName.fromString(name));
    }

    @Override
    public HttpHeaders getHeaders() {
        return reply.headers();
    }

    /** Reuses one buffer, as a transport is free to. */
    @Override
    public Flux<ByteBuffer> getBody() {
        ByteBuffer reused = ByteBuffer.allocate(BUFFER);
        return Flux.generate(() -> (InputStream) new Body(), (body, sink) -> {
            try {
                int length = body.read(reused.array());
                if (length < 0) {
                    sink.complete();
                } else {
                    sink.next(reused.clear().limit(length));
                }
            } catch (IOException e) {
                sink.error(e);
            }
            return body;
        });
    }

    @Override
    public BinaryData getBodyAsBinaryData() {
        return BinaryData.fromStream(new Body());
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
        return Mono.fromCallable(() -> new Body().readAllBytes());
    }

    @Override
    public Mono<String> getBodyAsString() {
        return getBodyAsString(StandardCharsets.UTF_8);
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
        return getBodyAsByteArray().map(bytes -> new String(bytes, charset));
    }

    @Override
    public void close() {
        closed.complete(null);
    }

    private final class Body extends InputStream {
        private int at;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int left = content.length - at;
            if (left == 0 && reply.breaks() != null) {
                throw reply.breaks();
            }
            if (left == 0) {
                return -1;
            }
            int part = Math.min(left, length);
            System.arraycopy(content, at, target, offset, part);
            at += part;
            read.addAndGet(part);
            return part;
        }
    }
}
