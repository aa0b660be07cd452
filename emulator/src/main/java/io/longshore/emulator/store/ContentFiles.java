// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Files that are named after the digest of what is in them. */
public final class ContentFiles {
    private final Path root;

    ContentFiles(Path root) {
        this.root = root;
    }

    /** The size of this content, if it is there. */
    public OptionalLong size(String digest) {
        try {
            return OptionalLong.of(Files.size(path(digest)));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException e) {
            throw unreadable(digest, e);
        }
    }

    /** Opens this content, if it is there; it stays readable when it is deleted meanwhile. */
    public Optional<FileChannel> open(String digest) {
        try {
            return Optional.of(FileChannel.open(path(digest), StandardOpenOption.READ));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(digest, e);
        }
    }

    /** Reads this content, if it is there. */
    public Optional<byte[]> read(String digest) {
        try {
            return Optional.of(Files.readAllBytes(path(digest)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unreadable(digest, e);
        }
    }

    private Path path(String digest) {
        int colon = digest.indexOf(':');
        String algorithm = digest.substring(0, colon).toLowerCase(Locale.ROOT);
        String hex = digest.substring(colon + 1).toLowerCase(Locale.ROOT);
        return root.resolve(algorithm).resolve(hex.substring(0, 2)).resolve(hex);
    }

    /** Takes over a complete file whose digest has been checked. */
    public void adopt(Path file, String digest) {
        Path target = path(digest);
        try {
            Files.createDirectories(target.getParent());
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the content of " + digest + " cannot be stored", e);
        }
    }

    /** Removes the content. */
    void delete(String digest) {
        try {
            Files.deleteIfExists(path(digest));
        } catch (IOException e) {
            throw new UncheckedIOException("the content of " + digest + " cannot be removed", e);
        }
    }

    private static UncheckedIOException unreadable(String digest, IOException cause) {
        return new UncheckedIOException("the content of " + digest + " cannot be read", cause);
    }
}
