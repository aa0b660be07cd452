// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a download as one piece, over as many connections as it takes, on the caller's thread. Not thread-safe, except
 * that another thread may close it: the read that is under way then fails.
 */
final class ContentReader implements AutoCloseable {
    private final Download download;
    private final Function<Step<OpenContent>, OpenContent> driver;
    private volatile @Nullable OpenContent open;
    private volatile boolean closed;
    private @Nullable InputStream stream;

    /** A reader that sends by means of {@code driver}. */
    ContentReader(Download download, Function<Step<OpenContent>, OpenContent> driver) {
        this.download = download;
        this.driver = driver;
    }

    /** Asks for the content. */
    OpenContent open() {
        checkOpen();
        OpenContent content = driver.apply(download.open());
        open = content;
        // After it was noted: whoever closes either finds it or has been seen here.
        checkOpen();
        stream = content.exhausted()
                ? InputStream.nullInputStream()
                : content.response().getBodyAsBinaryData().toStream();
        return content;
    }

    /** Reads at least one byte into {@code target}; the count, or -1 at the end of content that is whole and right. */
    int read(byte[] target, int offset, int length) {
        while (true) {
            RuntimeException broken = null;
            try {
                int count = Objects.requireNonNull(stream).read(target, offset, length);
                if (count == 0) {
                    throw new IOException("the connection gave nothing");
                }
                int fresh = take(target, offset, Math.max(count, 0));
                if (fresh > 0) {
                    return fresh;
                }
                if (count > 0) {
                    continue;
                }
            } catch (IOException | UncheckedIOException e) {
                broken = broken(e);
            }
            disconnect();
            if (download.isOver(broken)) {
                return -1;
            }
            open();
        }
    }

    private void checkOpen() {
        if (closed) {
            disconnect();
            throw new UncheckedIOException(new IOException("the stream is closed"));
        }
    }

    /** What is new, moved to where the caller expects it. */
    private int take(byte[] target, int offset, int count) {
        ByteBuffer fresh = download.take(ByteBuffer.wrap(target, offset, count));
        if (fresh.remaining() < count) {
            System.arraycopy(target, fresh.position(), target, offset, fresh.remaining());
        }
        return fresh.remaining();
    }

    private RuntimeException broken(Exception failure) {
        URL url = Objects.requireNonNull(open).response().getRequest().getUrl();
        RuntimeException described = RegistryFailure.fault(download.name(), url, failure);
        if (Interruption.caused(failure)) {
            // The caller wants its thread back, not another connection.
            throw described;
        }
        return described;
    }

    /** Gives the connection back, wherever the content stands. */
    @Override
    public void close() {
        closed = true;
        disconnect();
    }

    private void disconnect() {
        OpenContent content = open;
        if (content != null) {
            content.response().close();
        }
    }
}
