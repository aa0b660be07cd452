// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The folder of the project that is being built. */
public final class Project {
    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".vscode");

    private Project() {}

    public static Path root() {
        String root = System.getProperty("house.root");
        return root == null ? Path.of("../..").toAbsolutePath().normalize() : Path.of(root);
    }

    public static List<SourceFile> javaFiles() {
        return files(".java").stream().map(f -> SourceFile.read(root(), f)).toList();
    }

    /** All files of the project whose path ends so, without what builds and tools leave behind. */
    public static List<Path> files(String ending) {
        try (Stream<Path> found = Files.walk(root())) {
            return found.filter(f -> f.toString().endsWith(ending))
                    .filter(Project::isOurs)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        for (Path part : root().relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return Files.isRegularFile(file);
    }
}
