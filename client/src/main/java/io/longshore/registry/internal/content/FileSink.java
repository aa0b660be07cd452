// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears under its name when it is whole. Until then it grows beside it under another name, so that the
 * move is one step. Thread-safe, since a cancelled run discards what another thread may be writing.
 */
public final class FileSink implements Sink {
    private final Path file;
    private final Path target;
    private final Path part;
    private @Nullable FileChannel channel;
    private boolean over;

    /** A sink for {@code file}; refuses what plainly cannot be written, and touches nothing yet. */
    public FileSink(Path file) {
        this.file = file;
        target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (Files.isDirectory(target) || folder == null) {
            throw refused("it is a directory");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw refused("it is there already and no regular file; write to it with downloadStream");
        }
        if (!Files.isDirectory(folder)) {
            throw refused("its folder does not exist");
        }
        if (!Files.isWritable(folder)) {
            throw refused("its folder is not writable");
        }
        part = folder.resolve(".longshore-" + UUID.randomUUID() + ".part");
    }

    @Override
    public synchronized void write(ByteBuffer bytes) {
        if (over) {
            return;
        }
        try {
            FileChannel open = open();
            while (bytes.hasRemaining()) {
                open.write(bytes);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void keep() {
        if (over) {
            return;
        }
        try {
            open().close();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            over = true;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void discard() {
        if (over) {
            return;
        }
        over = true;
        if (channel == null) {
            return;
        }
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException("the unfinished file " + part + " could not be deleted: " + e, e);
        }
    }

    private FileChannel open() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
        return channel;
    }

    private UncheckedIOException failed(IOException cause) {
        return new UncheckedIOException(
                "the downloaded content could not be written to " + file + ": " + cause.getMessage(), cause);
    }

    private UncheckedIOException refused(String reason) {
        return new UncheckedIOException("the file " + file + " cannot be written: " + reason, new IOException(reason));
    }
}
