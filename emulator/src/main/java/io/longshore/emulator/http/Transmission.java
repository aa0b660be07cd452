// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/** Sends one reply, or as much of it as a disturbance lets through. */
final class Transmission {
    private static final int BUFFER = 128 * 1024;

    private final DefaultBHttpServerConnection connection;
    private final Closeable line;
    private final long cutAfter;

    /** Sends on this connection, which a disturbance cuts by closing the line below it. */
    Transmission(DefaultBHttpServerConnection connection, Closeable line, Disturbance disturbance) {
        this.connection = connection;
        this.line = line;
        this.cutAfter = disturbance instanceof Disturbance.CutResponse cut ? cut.bytes() : -1;
    }

    void send(Reply reply, Exchange exchange, boolean last) throws IOException {
        boolean bodiless = exchange.method().equals("HEAD");
        try {
            send(reply, bodiless ? null : exchange, bodiless, last);
        } catch (HttpException e) {
            throw new IOException("the answer could not be sent", e);
        }
        if (cutAfter >= 0) {
            throw new CutException("cut after the response");
        }
    }

    void send(Reply reply, boolean bodiless, boolean last) throws IOException {
        try {
            send(reply, null, bodiless, last);
        } catch (HttpException e) {
            throw new IOException("the answer could not be sent", e);
        }
    }

    private void send(Reply reply, @Nullable Exchange exchange, boolean bodiless, boolean last)
            throws IOException, HttpException {
        BasicClassicHttpResponse response = new BasicClassicHttpResponse(reply.status());
        reply.headers().forEach(header -> response.addHeader(header.name(), header.value()));
        response.addHeader("Connection", last ? "close" : "keep-alive");
        Content content = reply.content();
        boolean chunked = content instanceof Content.Bytes bytes && bytes.chunked();
        boolean hasBody = reply.status() >= 200 && reply.status() != 204 && reply.status() != 304;
        if (hasBody) {
            response.addHeader(
                    chunked ? "Transfer-Encoding" : "Content-Length",
                    chunked ? "chunked" : Long.toString(content.length()));
        }
        connection.sendResponseHeader(response);
        if (hasBody && !bodiless) {
            response.setEntity(new Entity(content, chunked, Optional.ofNullable(exchange)));
            connection.sendResponseEntity(response);
        }
        connection.flush();
    }

    /** Writes the body. */
    private final class Entity extends AbstractHttpEntity {
        private final Content content;
        private final Optional<Exchange> exchange;

        Entity(Content content, boolean chunked, Optional<Exchange> exchange) {
            super((String) null, null, chunked);
            this.content = content;
            this.exchange = exchange;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            long length = cutAfter < 0 ? content.length() : Math.min(cutAfter, content.length());
            if (content instanceof Content.Bytes bytes) {
                count(length);
                out.write(bytes.bytes(), 0, (int) length);
            } else if (content instanceof Content.FileSlice slice) {
                write(slice, length, out);
            }
            if (length < content.length()) {
                out.flush();
                // Otherwise HttpCore would end an answer in chunks in an orderly way.
                line.close();
                throw new CutException("cut after " + length + " bytes of the response");
            }
        }

        private void write(Content.FileSlice slice, long length, OutputStream out) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(BUFFER, Math.max(1, length)));
            long written = 0;
            while (written < length) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), length - written));
                int read = slice.file().read(buffer, slice.offset() + written);
                if (read < 0) {
                    throw new IOException("a file has become shorter while it was sent");
                }
                count(read);
                out.write(buffer.array(), 0, read);
                written += read;
            }
        }

        private void count(long bytes) {
            exchange.ifPresent(known -> known.countResponseBytes(bytes));
        }

        @Override
        public boolean isStreaming() {
            return true;
        }

        @Override
        public long getContentLength() {
            return content.length();
        }

        @Override
        public java.io.InputStream getContent() {
            throw new UnsupportedOperationException("the body can only be written");
        }

        @Override
        public void close() {}
    }
}
