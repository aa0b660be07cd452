// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.steps;

import io.longshore.cli.view.Digests;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What properties look like. */
final class Shown {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private Shown() {}

    /** The time of day in UTC: everything here happens within seconds. */
    static String time(@Nullable OffsetDateTime time) {
        return time == null ? "-" : time.withOffsetSameInstant(ZoneOffset.UTC).format(TIME);
    }

    static String digest(@Nullable String digest) {
        return digest == null ? "-" : Digests.shortened(digest);
    }

    /** What is allowed, in one word each. */
    static String allowed(
            @Nullable Boolean read, @Nullable Boolean list, @Nullable Boolean write, @Nullable Boolean delete) {
        String words = Stream.of(word(read, "read"), word(list, "list"), word(write, "write"), word(delete, "delete"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? "nothing" : words;
    }

    private static String word(@Nullable Boolean enabled, String word) {
        return Boolean.TRUE.equals(enabled) ? word : "";
    }
}
