// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Everything that is kept, in one directory. */
public final class Store implements AutoCloseable {
    private static final String UNFINISHED = "part-";

    private final Path directory;
    private final boolean temporary;
    private final Database database;
    private final ContentFiles blobs;
    private final ContentFiles manifests;
    private final Path uploads;
    private final DirectoryLock lock;

    private Store(Path directory, boolean temporary, DirectoryLock lock) throws IOException {
        this.directory = directory;
        this.temporary = temporary;
        this.lock = lock;
        this.blobs = new ContentFiles(OwnDirectory.inside(directory, "blobs"));
        this.manifests = new ContentFiles(OwnDirectory.inside(directory, "manifests"));
        this.uploads = OwnDirectory.inside(directory, "uploads");
        // Upload sessions end with the process, so whatever lies here belongs to none.
        OwnDirectory.clear(uploads, UNFINISHED + "*.tmp");
        this.database = Database.open(temporary ? Optional.empty() : Optional.of(directory));
        boolean complete = false;
        try {
            createTables(database);
            complete = true;
        } finally {
            if (!complete) {
                database.close();
            }
        }
    }

    /**
     * Opens the store in a directory, which is made if need be. One with contents that are not an emulator's is refused
     * before anything is written.
     */
    public static Store open(Path directory) {
        try {
            OwnDirectory.prepare(directory);
            return open(directory, false);
        } catch (IOException e) {
            throw new UncheckedIOException("the directory " + directory + " cannot be used by the emulator", e);
        }
    }

    /** Opens a store that is gone when it is closed: its database is in memory, and only contents are in files. */
    public static Store temporary() {
        try {
            Path directory = Files.createTempDirectory("longshore-emulator-");
            boolean opened = false;
            try {
                Store store = open(directory, true);
                opened = true;
                return store;
            } finally {
                if (!opened) {
                    OwnDirectory.delete(directory);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the emulator's temporary directory cannot be used", e);
        }
    }

    private static Store open(Path directory, boolean temporary) throws IOException {
        DirectoryLock lock = DirectoryLock.take(directory);
        boolean opened = false;
        try {
            Store store = new Store(directory, temporary, lock);
            opened = true;
            return store;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private static void createTables(Database database) {
        for (String statement : List.of(
                Repositories.SCHEMA,
                Tags.SCHEMA,
                Tags.BY_TIME,
                Tags.BY_DIGEST,
                Manifests.SCHEMA,
                Manifests.BY_TIME,
                Manifests.BY_DIGEST,
                Referrers.SCHEMA,
                Referrers.BY_SUBJECT,
                Blobs.SCHEMA,
                Blobs.BY_DIGEST)) {
            database.change(sql -> sql.update(statement));
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

    /** A new file for content that is not complete yet. */
    public Path newFile() {
        try {
            return Files.createTempFile(uploads, UNFINISHED, ".tmp");
        } catch (IOException e) {
            throw new UncheckedIOException("no file can be made in " + uploads, e);
        }
    }

    /** A new file with these bytes. */
    public Path newFile(byte[] bytes) {
        Path file = newFile();
        boolean written = false;
        try {
            Files.write(file, bytes);
            written = true;
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        } finally {
            if (!written) {
                discard(file);
            }
        }
    }

    /** Removes a new file unless it has been taken over. */
    public void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be removed", e);
        }
    }

    /** Removes the contents of these blobs unless some repository still has them. To be called after the change. */
    public void sweepBlobs(List<String> digests) {
        database.change(sql -> {
            digests.stream().filter(digest -> !Blobs.anywhere(sql, digest)).forEach(blobs::delete);
            return digests;
        });
    }

    /** Removes the contents of these manifests unless some repository still has them. To be called after the change. */
    public void sweepManifests(List<String> digests) {
        database.change(sql -> {
            digests.stream().filter(digest -> !Manifests.anywhere(sql, digest)).forEach(manifests::delete);
            return digests;
        });
    }

    /** Closes the database and frees the directory; removes what is temporary. */
    @Override
    public void close() {
        try {
            try {
                database.close();
            } finally {
                lock.close();
            }
        } finally {
            removeTemporary();
        }
    }

    private void removeTemporary() {
        if (!temporary) {
            return;
        }
        try {
            OwnDirectory.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the emulator's files could not be removed", e);
        }
    }
}
