// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts on file; {@code mvn -pl tests/behaviour -am test -Dgolden.update=true} writes them anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/outcomes");

    private Golden() {}

    static void compare(String name, String actual) {
        Path file = FOLDER.resolve(name + ".txt");
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("no text on file for " + name + ": run with -Dgolden.update=true", e);
        }
    }
}
