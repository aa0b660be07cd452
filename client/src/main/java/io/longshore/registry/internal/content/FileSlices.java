// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.content;

import com.azure.core.util.BinaryData;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * Cuts a file into slices that are sent from the file. Reading a slice shows its bytes through a small buffer; they are
 * read once more when the slice is sent, so the file must not change in between.
 */
final class FileSlices implements Slices {
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final long size;
    private final FileTime modified;
    private long at;

    private FileSlices(Path file, BasicFileAttributes attributes) {
        this.file = file;
        this.size = attributes.size();
        this.modified = attributes.lastModifiedTime();
    }

    /** Looks whether the file can be read; nothing stays open between slices. */
    static FileSlices of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw unreadable(
                        file,
                        attributes.isDirectory()
                                ? "it is a directory"
                                : "it is no regular file; upload what it gives as a stream",
                        new IOException("not a regular file"));
            }
            FileChannel.open(file).close();
            return new FileSlices(file, attributes);
        } catch (NoSuchFileException e) {
            throw unreadable(file, "there is no such file", e);
        } catch (IOException e) {
            throw unreadable(file, e.toString(), e);
        }
    }

    @Override
    public Slice next(Portion portion) {
        long length = Math.min(portion.file(), size - at);
        show(length, portion);
        long start = at;
        at += length;
        boolean last = at == size;
        if (last && hasChanged()) {
            throw changed(new IOException("other length or time of change"));
        }
        return length == 0 ? Slice.end() : new Slice(BinaryData.fromFile(file, start, length), length, last);
    }

    private void show(long length, Portion portion) {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(length, BUFFER));
            long left = length;
            while (left > 0) {
                buffer.clear().limit((int) Math.min(left, buffer.capacity()));
                int read = channel.read(buffer, at + length - left);
                if (read < 0) {
                    throw changed(new EOFException("it became shorter"));
                }
                portion.seen().accept(buffer.flip());
                left -= read;
            }
        } catch (IOException e) {
            throw hasChanged() ? changed(e) : unreadable(file, e.toString(), e);
        }
    }

    /** What a registry or a connection objects to may be that the file is another one by now. */
    @Override
    public RuntimeException explain(RuntimeException failure) {
        return failure instanceof FileFailure || !hasChanged() ? failure : changed(new IOException(failure));
    }

    private boolean hasChanged() {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.size() != size || !now.lastModifiedTime().equals(modified);
        } catch (IOException e) {
            // Gone, or out of reach: either way not as it was.
            return true;
        }
    }

    private FileFailure changed(IOException cause) {
        return new FileFailure(
                "the file " + file + " changed while it was uploaded: leave it alone, and upload it again", cause);
    }

    private static FileFailure unreadable(Path file, String reason, IOException cause) {
        return new FileFailure("the file " + file + " cannot be uploaded: " + reason, cause);
    }

    /** FileFailure with the file, described. */
    private static final class FileFailure extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        FileFailure(String message, IOException cause) {
            super(message, cause);
        }
    }
}
