// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares output with the files in {@code src/test/resources/golden}. When a change is meant: {@code mvn -pl cli -am
 * test -Dgolden.update=true}, and commit the new files.
 */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    static void check(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual);
        }
        assertThat(actual)
                .as("%s (if the change is meant: mvn -pl cli -am test -Dgolden.update=true)", file)
                .isEqualTo(Files.readString(file));
    }

    /** Without what differs from run to run: ports, times, digests, sizes of what has times in it, folders. */
    static String normalised(String text) {
        return text.replaceAll("(localhost|127\\.0\\.0\\.1):[0-9]+", "$1:PORT")
                .replaceAll(" +[0-9.]+ (ms|s)(?=\\R)", " TIME")
                .replaceAll("sha256:[0-9a-f]{12}", "sha256:DIGEST")
                .replaceAll("[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}", "HH:MM:SS.mmm")
                .replaceAll("/\\S*/longshore-(demo|emulator)-[0-9]+", "/TEMPORARY")
                .replaceAll("[0-9.]+ [KM]iB", "SIZE");
    }
}
