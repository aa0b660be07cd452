// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The page that tells what the replay does not compare. */
public final class Documented {
    private Documented() {}

    /** The rows of the list for one side, {@code client} or {@code emulator}, as they stand there. */
    public static List<String> rows(String side) {
        return lines().stream()
                .dropWhile(line -> !line.equals("## What is not compared as recorded: " + side))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Recordings.root().resolve("docs/protocol/replay.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a list entry stands in it. */
    public static String row(String name, String reason) {
        return "| `" + name + "` | " + reason + " |";
    }
}
