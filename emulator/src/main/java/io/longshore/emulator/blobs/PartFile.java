// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.blobs;

import io.longshore.emulator.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file of an upload, open for more. Its failures are the storage's, so they never pass for those of a connection.
 */
final class PartFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private PartFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens a file that has so many good bytes; what a failed write left behind them is cut off. */
    static PartFile open(Path file, long size) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            boolean opened = false;
            try {
                requireSize(file, channel.size() >= size);
                channel.truncate(size).position(size);
                opened = true;
                return new PartFile(file, channel);
            } finally {
                if (!opened) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    void write(byte[] bytes, int length) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    static void requireSize(Path file, boolean holds) {
        if (!holds) {
            throw new StoreException(file + " does not have the size of what was acknowledged");
        }
    }

    static UncheckedIOException failed(Path file, IOException cause) {
        return new UncheckedIOException("the upload in " + file + " failed", cause);
    }
}
