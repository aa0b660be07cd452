// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.blobs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a {@code Range} header asks of content of a known size. */
sealed interface ByteRange {
    /** All of it: there is no such header, or one that is to be ignored. */
    record Whole() implements ByteRange {}

    /** A piece, clipped to what there is. */
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /** Nothing of it exists. */
    record Unsatisfiable() implements ByteRange {}

    /** Reads a header; several ranges at once are ignored, as RFC 9110 allows. */
    static ByteRange parse(String header, long size) {
        Matcher matcher = Syntax.RANGE.matcher(header.trim());
        if (!matcher.matches()
                || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
            return new Whole();
        }
        if (matcher.group(1).isEmpty()) {
            long suffix = Long.parseLong(matcher.group(2));
            return suffix == 0 || size == 0 ? new Unsatisfiable() : new Part(Math.max(0, size - suffix), size - 1);
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(matcher.group(2));
        return first >= size || last < first ? new Unsatisfiable() : new Part(first, Math.min(last, size - 1));
    }

    /** The form of the header. */
    final class Syntax {
        private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

        private Syntax() {}
    }
}
