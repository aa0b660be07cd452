// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.blobs;

import io.longshore.emulator.store.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/** One upload in progress: its bytes so far lie in a file. All methods need the {@link #lock}. */
final class UploadSession {
    private static final int BUFFER = 128 * 1024;

    private final String id;
    private final String repository;
    private final Path file;
    private final Instant started;
    private final ReentrantLock lock = new ReentrantLock();
    private final MessageDigest running = Digests.start("sha256");
    private long offset;
    private boolean over;

    UploadSession(String id, String repository, Path file, Instant started) {
        this.id = id;
        this.repository = repository;
        this.file = file;
        this.started = started;
    }

    /**
     * Appends a body of at most so many bytes. What has arrived before a failure stays, so the session's state has then
     * moved on.
     *
     * @return whether that was all of the body
     */
    boolean append(InputStream body, long limit) throws IOException {
        long left = limit;
        try (PartFile out = PartFile.open(file, offset)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                if (read > left) {
                    return false;
                }
                out.write(buffer, read);
                left -= read;
                running.update(buffer, 0, read);
                offset += read;
            }
            return true;
        }
    }

    /** Whether the bytes so far have this digest; ends the running digest. */
    boolean matches(String digest) {
        try {
            PartFile.requireSize(file, Files.size(file) == offset);
            return digest.startsWith("sha256:")
                    ? digest.equals("sha256:" + Digests.hex(running.digest()))
                    : Digests.matches(digest, file);
        } catch (IOException e) {
            throw PartFile.failed(file, e);
        }
    }

    /** Ends the session; its file, unless somebody has taken it over, is removed. */
    void end() {
        over = true;
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw PartFile.failed(file, e);
        }
    }

    ReentrantLock lock() {
        return lock;
    }

    String id() {
        return id;
    }

    String repository() {
        return repository;
    }

    Path file() {
        return file;
    }

    Instant started() {
        return started;
    }

    long offset() {
        return offset;
    }

    boolean isOver() {
        return over;
    }
}
