// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The page that tells what the replay does not compare. */
public final class Documented {
    private Documented() {}

    /** Its text. */
    public static String page() {
        try {
            return Files.readString(Recordings.root().resolve("docs/protocol/replay.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a list entry stands in it. */
    public static String row(String name, String reason) {
        return "| `" + name + "` | " + reason + " |";
    }
}
