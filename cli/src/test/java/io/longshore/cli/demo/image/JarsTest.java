// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarsTest {
    @Test
    void jars_ofAClassPath_areThoseThatAreThereInItsOrder(@TempDir Path temp) throws Exception {
        Path second = Files.createFile(temp.resolve("b.jar"));
        Path first = Files.createFile(temp.resolve("a.jar"));
        Path folder = Files.createDirectory(temp.resolve("classes.jar"));
        Path other = Files.createFile(temp.resolve("a.txt"));
        Path missing = temp.resolve("missing.jar");

        String classPath = Stream.of(second, folder, missing, other, first)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));

        assertThat(Jars.of(classPath)).containsExactly(second, first);
    }
}
