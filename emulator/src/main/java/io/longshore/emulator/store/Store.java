// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that is kept, in one directory. */
public final class Store implements AutoCloseable {
    private final Path directory;
    private final Database database;
    private final ContentFiles blobs;
    private final ContentFiles manifests;
    private final Path uploads;
    private final DirectoryLock lock;

    private Store(Path directory, boolean durable, DirectoryLock lock) throws IOException {
        this.directory = directory;
        this.lock = lock;
        this.blobs = new ContentFiles(Files.createDirectories(directory.resolve("blobs")));
        this.manifests = new ContentFiles(Files.createDirectories(directory.resolve("manifests")));
        this.uploads = Files.createDirectories(directory.resolve("uploads"));
        this.database = Database.open(durable ? Optional.of(directory) : Optional.empty());
        // Upload sessions end with the process, so whatever lies here belongs to none.
        clear(uploads);
        for (String statement : List.of(
                Repositories.SCHEMA,
                Tags.SCHEMA,
                Tags.BY_TIME,
                Tags.BY_DIGEST,
                Manifests.SCHEMA,
                Manifests.BY_TIME,
                Manifests.BY_DIGEST,
                Blobs.SCHEMA,
                Blobs.BY_DIGEST)) {
            database.change(sql -> sql.update(statement));
        }
    }

    /**
     * Opens the store in a directory.
     *
     * @param durable false: the database is in memory, and only contents are in the directory
     */
    public static Store open(Path directory, boolean durable) {
        try {
            DirectoryLock lock = DirectoryLock.take(directory);
            try {
                return new Store(directory, durable, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the directory " + directory + " cannot be used by the emulator", e);
        }
    }

    /** Where everything lies. */
    public Path directory() {
        return directory;
    }

    /** The database. */
    public Database database() {
        return database;
    }

    /** The contents of blobs. */
    public ContentFiles blobs() {
        return blobs;
    }

    /** The contents of manifests. */
    public ContentFiles manifests() {
        return manifests;
    }

    /** A file for content that is not complete yet. */
    public Path newFile() throws IOException {
        return Files.createTempFile(uploads, "part-", null);
    }

    /** Removes the contents of these blobs unless some repository still has them. To be called after the change. */
    public void sweepBlobs(List<String> digests) {
        database.change(sql -> {
            digests.stream().filter(digest -> !Blobs.anywhere(sql, digest)).forEach(digest -> delete(blobs, digest));
            return digests;
        });
    }

    /** Removes the contents of these manifests unless some repository still has them. To be called after the change. */
    public void sweepManifests(List<String> digests) {
        database.change(sql -> {
            digests.stream()
                    .filter(digest -> !Manifests.anywhere(sql, digest))
                    .forEach(digest -> delete(manifests, digest));
            return digests;
        });
    }

    @Override
    public void close() {
        database.close();
        lock.close();
    }

    /** Removes a directory with all that is in it. */
    public static void deleteTree(Path directory) throws IOException {
        clear(directory);
        Files.deleteIfExists(directory);
    }

    private static void clear(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        List<Path> children;
        try (Stream<Path> list = Files.list(directory)) {
            children = list.toList();
        }
        for (Path child : children) {
            if (Files.isDirectory(child)) {
                deleteTree(child);
            } else {
                Files.deleteIfExists(child);
            }
        }
    }

    private static void delete(ContentFiles files, String digest) {
        try {
            files.delete(digest);
        } catch (IOException e) {
            throw new UncheckedIOException("the content of " + digest + " cannot be removed", e);
        }
    }
}
