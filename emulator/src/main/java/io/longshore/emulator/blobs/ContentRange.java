// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.blobs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Content-Range} of an upload: {@code <first>-<last>}, without unit and total, unlike everywhere else in
 * HTTP.
 */
record ContentRange(long first, long last) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    /** Empty if the header does not have the form. */
    static Optional<ContentRange> parse(String header) {
        Matcher matcher = FORM.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ContentRange range = new ContentRange(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
        return range.last() < range.first() ? Optional.empty() : Optional.of(range);
    }

    long length() {
        return last - first + 1;
    }
}
