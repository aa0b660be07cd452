// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder with the recordings. It is not part of the project: {@code LONGSHORE_RECORDINGS} names it, or it lies
 * beside the project. Where it is absent the tests are skipped, but with {@code CI=true} that is a failure.
 */
public final class Recordings {
    private static final Pattern SCENARIO = Pattern.compile("[0-9]{2}-.*[.]json");

    private Recordings() {}

    /** Whether they are here; a failure in CI if not. */
    public static boolean areHere() {
        return find(System.getenv(), root()).isPresent();
    }

    /** All recordings in the order of their numbers; ends the test as skipped if there is no folder. */
    public static List<Recording> all() {
        Optional<Path> folder = find(System.getenv(), root());
        Assumptions.assumeTrue(folder.isPresent(), "the recordings are not on this machine");
        return read(folder.get());
    }

    static Optional<Path> find(Map<String, String> environment, Path root) {
        String named = environment.getOrDefault("LONGSHORE_RECORDINGS", "");
        Path folder = named.isEmpty() ? root.resolve("../shared/contract/exchanges") : Path.of(named);
        if (Files.isDirectory(folder)) {
            return Optional.of(folder);
        }
        if (Boolean.parseBoolean(environment.get("CI"))) {
            throw new AssertionError("The recordings are not at " + folder.normalize()
                    + ", and in CI they have to be replayed: set LONGSHORE_RECORDINGS to their folder.");
        }
        return Optional.empty();
    }

    static List<Recording> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            SCENARIO.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .map(Recording::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        return Path.of(System.getProperty("replay.root", "../..")).toAbsolutePath();
    }
}
