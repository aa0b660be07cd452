// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary folder that is gone in the end.
 *
 * @param path where it is
 */
public record WorkFolder(Path path) implements AutoCloseable {
    /** Makes one. */
    public static WorkFolder create() {
        try {
            return new WorkFolder(Files.createTempDirectory("longshore-demo-"));
        } catch (IOException e) {
            throw new UncheckedIOException("a temporary folder cannot be made", e);
        }
    }

    @Override
    public void close() {
        try {
            delete();
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder " + path + " cannot be removed", e);
        }
    }

    private void delete() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(path)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
