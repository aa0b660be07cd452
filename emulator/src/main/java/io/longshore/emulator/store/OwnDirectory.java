// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files and directories of the emulator: never touches what somebody else may have put there. */
final class OwnDirectory {
    /** Either of these shows that an emulator has used a directory before; the lock is the first file that it makes. */
    private static final List<String> MARKS = List.of(DirectoryLock.FILE, Database.FILE);

    private OwnDirectory() {}

    /** Makes the directory, or refuses it if it has contents that are not an emulator's; writes nothing else. */
    static void prepare(Path directory) throws IOException {
        if (directory.toAbsolutePath().toString().contains(";")) {
            throw new IllegalArgumentException("the emulator's directory must not contain ; in its path: " + directory);
        }
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
        }
        boolean marked = MARKS.stream()
                .anyMatch(mark -> Files.isRegularFile(directory.resolve(mark), LinkOption.NOFOLLOW_LINKS));
        if (!marked && !isEmpty(directory)) {
            String reason = directory + " is not empty, and no emulator has used it before";
            throw new UncheckedIOException(
                    reason + ": give the emulator a directory of its own", new IOException(reason));
        }
    }

    /** A directory inside, made if need be; a link is refused, for it may lead to somebody else's files. */
    static Path inside(Path directory, String name) throws IOException {
        Path inside = directory.resolve(name);
        if (Files.isDirectory(inside, LinkOption.NOFOLLOW_LINKS)) {
            return inside;
        }
        if (Files.exists(inside, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(inside.toString(), null, "no directory of the emulator");
        }
        return Files.createDirectory(inside);
    }

    /** Removes the files in a directory whose names fit; no links, no directories. */
    static void clear(Path directory, String glob) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, glob)) {
            for (Path file : files) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Removes a directory with all that is in it; of links only the link. */
    static void delete(Path directory) throws IOException {
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            List<Path> children;
            try (Stream<Path> list = Files.list(directory)) {
                children = list.toList();
            }
            for (Path child : children) {
                delete(child);
            }
        }
        Files.deleteIfExists(directory);
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.findAny().isEmpty();
        }
    }
}
