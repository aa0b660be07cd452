// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Cuts a stream into slices; one byte is read ahead so that the last slice is known to be the last. */
final class StreamSlices implements AutoCloseable {
    private final InputStream source;
    private int ahead = -2;

    StreamSlices(InputStream source) {
        this.source = source;
    }

    Slice next(int max) {
        try {
            if (ahead == -2) {
                ahead = source.read();
            }
            if (ahead == -1) {
                return new Slice(ByteBuffer.allocate(0), true);
            }
            byte[] read = source.readNBytes(max - 1);
            byte[] slice = new byte[read.length + 1];
            slice[0] = (byte) ahead;
            System.arraycopy(read, 0, slice, 1, read.length);
            ahead = read.length < max - 1 ? -1 : source.read();
            return new Slice(ByteBuffer.wrap(slice), ahead == -1);
        } catch (IOException e) {
            throw new UncheckedIOException("the content to upload could not be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the content to upload could not be closed: " + e.getMessage(), e);
        }
    }
}
