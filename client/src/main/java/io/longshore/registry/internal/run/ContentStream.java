// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A download as a stream. Every failure is an {@code IOException}, as readers of streams expect and clean up after; the
 * library's own exception is its cause. A failed stream fails for good: it never pretends to be at its end. One thread
 * reads; another one may close.
 */
final class ContentStream extends InputStream {
    private final ContentReader reader;
    private final SpanEnd span;
    private volatile @Nullable IOException failure;
    private volatile boolean ended;

    /** The rest of {@code reader}; {@code span} ends with it. */
    ContentStream(ContentReader reader, SpanEnd span) {
        this.reader = reader;
        this.span = span;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        check();
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        try {
            int count = reader.read(target, offset, length);
            ended = count < 0;
            if (ended) {
                span.succeeded();
            }
            return count;
        } catch (RuntimeException e) {
            IOException failed = new IOException(e.getMessage(), e);
            failure = failed;
            reader.close();
            span.failed(e);
            throw failed;
        }
    }

    /**
     * One byte until the end, since the end is not known beforehand: Java's {@code GZIPInputStream} takes a stream that
     * has nothing available for one that is over, and would leave out the further members of a layer.
     */
    @Override
    public int available() throws IOException {
        check();
        return ended ? 0 : 1;
    }

    private void check() throws IOException {
        IOException failed = failure;
        if (failed != null) {
            throw new IOException(failed.getMessage(), failed.getCause());
        }
    }

    /** Gives the connection back, wherever the content stands. */
    @Override
    public void close() {
        if (failure == null && !ended) {
            failure = new IOException("the stream is closed");
            reader.close();
            span.cancelled();
        }
    }
}
