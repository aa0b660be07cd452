// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The only checks before sending: null, empty, or text that would change the path. Everything else is the service's to
 * judge.
 */
final class Arguments {
    private static final String UNRESERVED = "-._~";

    private Arguments() {}

    static String present(@Nullable String value, String name) {
        Objects.requireNonNull(value, () -> "'" + name + "' cannot be null.");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' cannot be empty.");
        }
        return value;
    }

    /** A name of several path segments. */
    static String path(@Nullable String value, String name) {
        String checked = present(value, name);
        for (String segment : checked.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw unsafe(checked, name, "it has an empty, . or .. part between slashes");
            }
        }
        return plain(checked, name);
    }

    /** A name of one path segment. */
    static String segment(@Nullable String value, String name) {
        String checked = present(value, name);
        if (checked.contains("/") || checked.equals(".") || checked.equals("..")) {
            throw unsafe(checked, name, "it has a slash, or is . or ..");
        }
        return plain(checked, name);
    }

    private static String plain(String value, String name) {
        if (value.contains("\\") || value.chars().anyMatch(Character::isISOControl)) {
            throw unsafe(value, name, "it has a backslash or a control character");
        }
        return value;
    }

    private static IllegalArgumentException unsafe(String value, String name, String reason) {
        String shown = value.chars().anyMatch(Character::isISOControl) ? "" : " \"" + value + "\"";
        return new IllegalArgumentException(
                "'" + name + "'" + shown + " cannot be part of a request path: " + reason + ".");
    }

    /** Percent-encodes; a slash between segments and the colon of a digest stay readable, as registries expect. */
    static String encodePath(String value) {
        return encode(value, UNRESERVED + "/:@");
    }

    /** Percent-encodes a query value. */
    static String encodeQuery(String value) {
        return encode(value, UNRESERVED);
    }

    private static String encode(String value, String kept) {
        StringBuilder encoded = new StringBuilder(value.length() + 16);
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || kept.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
        return encoded.toString();
    }
}
