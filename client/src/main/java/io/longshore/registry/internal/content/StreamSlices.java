// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Cuts a stream into slices; one byte is read ahead so that the last slice is known to be the last. */
final class StreamSlices implements Slices {
    private static final int UNREAD = -2;
    private static final int SMALL = 16 * 1024;

    private final InputStream source;
    private final boolean owned;
    private int ahead = UNREAD;
    private int expected = SMALL;

    /** Slices of {@code source}, which is closed with them if it is {@code owned}. */
    StreamSlices(InputStream source, boolean owned) {
        this.source = source;
        this.owned = owned;
    }

    @Override
    public Slice next(Portion portion) {
        try {
            Slice slice = read(portion);
            expected = (int) Math.max(expected, slice.length());
            return slice;
        } catch (IOException e) {
            throw new UncheckedIOException("the content to upload could not be read: " + e.getMessage(), e);
        }
    }

    private Slice read(Portion portion) throws IOException {
        if (ahead == UNREAD) {
            ahead = source.read();
        }
        // Small content gets a small array, and what follows a full slice one of its size at once.
        byte[] bytes = new byte[Math.min(expected, portion.memory())];
        int length = 0;
        while (ahead >= 0 && length < portion.memory()) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(portion.memory(), 2L * length));
            }
            bytes[length++] = (byte) ahead;
            int read = source.readNBytes(bytes, length, bytes.length - length);
            length += read;
            ahead = source.read();
        }
        portion.seen().accept(ByteBuffer.wrap(bytes, 0, length).asReadOnlyBuffer());
        return Slice.of(bytes, length, ahead < 0);
    }

    @Override
    public void close() {
        if (!owned) {
            return;
        }
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the content to upload could not be closed: " + e.getMessage(), e);
        }
    }
}
