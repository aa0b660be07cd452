// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.core.http.HttpHeaderName;
import io.longshore.registry.internal.run.Answer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of the content an answer carries (RFC 9110, section 14.4).
 *
 * @param start its first byte
 * @param total length of the whole content, -1 if unknown
 */
record ContentRange(long start, long total) {
    private static final Pattern PART = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    private static final Pattern NOTHING = Pattern.compile("bytes \\*/(\\d{1,18})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** Of an answer of status 200, 206 or 416. */
    static ContentRange of(Answer answer) {
        return switch (answer.status()) {
            case 200 -> whole(answer.header(HttpHeaderName.CONTENT_LENGTH).orElse(""));
            case 206 -> part(answer);
            default -> nothing(answer.header(HttpHeaderName.CONTENT_RANGE).orElse(""));
        };
    }

    private static ContentRange whole(String length) {
        return new ContentRange(0, NUMBER.matcher(length).matches() ? Long.parseLong(length) : -1);
    }

    private static ContentRange part(Answer answer) {
        String range = answer.header(HttpHeaderName.CONTENT_RANGE).orElse("");
        Matcher matcher = PART.matcher(range);
        if (!matcher.matches()) {
            throw answer.unreadable("the answer does not say which part it is: Content-Range \"" + range + "\"", null);
        }
        long start = Long.parseLong(matcher.group(1));
        long last = Long.parseLong(matcher.group(2));
        long total = matcher.group(3).equals("*") ? -1 : Long.parseLong(matcher.group(3));
        if (last < start || (total >= 0 && last >= total)) {
            throw answer.unreadable("the answer's part is impossible: Content-Range \"" + range + "\"", null);
        }
        return new ContentRange(start, total);
    }

    private static ContentRange nothing(String range) {
        Matcher matcher = NOTHING.matcher(range);
        return new ContentRange(0, matcher.matches() ? Long.parseLong(matcher.group(1)) : -1);
    }
}
