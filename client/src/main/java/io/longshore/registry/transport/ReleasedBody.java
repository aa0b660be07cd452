// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.transport;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * A body that may be closed while another thread waits for its bytes: that thread and the connection are free at once,
 * where OkHttp alone would keep both until its time limit.
 */
final class ReleasedBody extends ResponseBody {
    private final ResponseBody body;
    private final BufferedSource source;

    private ReleasedBody(ResponseBody body, Call call) {
        this.body = body;
        this.source = Okio.buffer(new Released(body.source(), call));
    }

    /** The response with such a body; {@code call} is the one it answers. */
    static Response of(Response response, Call call) {
        ResponseBody body = response.body();
        return body == null
                ? response
                : response.newBuilder().body(new ReleasedBody(body, call)).build();
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public BufferedSource source() {
        return source;
    }

    private static final class Released extends ForwardingSource {
        private final Call call;
        private boolean reading;
        private boolean closed;

        Released(BufferedSource source, Call call) {
            super(source);
            this.call = call;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            start();
            try {
                return super.read(sink, byteCount);
            } finally {
                if (stop()) {
                    super.close();
                }
            }
        }

        @Override
        public void close() throws IOException {
            if (mayClose()) {
                super.close();
            } else {
                // The reader closes: OkHttp's streams are for one thread at a time.
                call.cancel();
            }
        }

        private synchronized void start() throws IOException {
            if (closed) {
                throw new IOException("the body is closed");
            }
            reading = true;
        }

        /** Whether somebody wanted to close meanwhile. */
        private synchronized boolean stop() {
            reading = false;
            return closed;
        }

        private synchronized boolean mayClose() {
            closed = true;
            return !reading;
        }
    }
}
