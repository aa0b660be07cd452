// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one header line by the grammar of RFC 9110, section 11.2: a comma separates both parameters and challenges, so
 * a token followed by {@code =} is a parameter and any other token starts the next challenge.
 */
final class ChallengeParser {
    private static final String TOKEN_SYMBOLS = "!#$%&'*+-.^_`|~";
    private static final String TOKEN68_SYMBOLS = "-._~+/";

    private final String line;
    private int at;

    ChallengeParser(String line) {
        this.line = line;
    }

    List<Challenge> parse() {
        List<Challenge> challenges = new ArrayList<>();
        skipSeparators();
        while (at < line.length()) {
            String scheme = token();
            if (scheme.isEmpty()) {
                return challenges;
            }
            challenges.add(new Challenge(scheme.toLowerCase(Locale.ROOT), parameters()));
            skipSeparators();
        }
        return challenges;
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        skipBlanks();
        skipToken68();
        for (Optional<Map.Entry<String, String>> next = parameter(); next.isPresent(); next = parameter()) {
            // The first of two equal names counts: a later one cannot overwrite what was checked.
            parameters.putIfAbsent(next.get().getKey(), next.get().getValue());
        }
        return parameters;
    }

    /** The next parameter, or empty with the position unchanged if a challenge starts here or the line ends. */
    private Optional<Map.Entry<String, String>> parameter() {
        int start = at;
        skipSeparators();
        String name = token();
        skipBlanks();
        if (name.isEmpty() || !take('=')) {
            at = start;
            return Optional.empty();
        }
        skipBlanks();
        Optional<String> value = at < line.length() && line.charAt(at) == '"' ? quoted() : Optional.of(token());
        if (value.isEmpty()) {
            at = line.length();
            return Optional.empty();
        }
        return Optional.of(Map.entry(name.toLowerCase(Locale.ROOT), value.get()));
    }

    private Optional<String> quoted() {
        StringBuilder text = new StringBuilder();
        at++;
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == '"') {
                return Optional.of(text.toString());
            }
            if (c == '\\' && at < line.length()) {
                c = line.charAt(at++);
            }
            text.append(c);
        }
        return Optional.empty();
    }

    private void skipToken68() {
        int start = at;
        while (at < line.length() && isToken68(line.charAt(at))) {
            at++;
        }
        while (at > start && at < line.length() && line.charAt(at) == '=') {
            at++;
        }
        boolean empty = at == start;
        skipBlanks();
        boolean ends = at == line.length() || line.charAt(at) == ',';
        if (!ends || empty) {
            at = start;
        }
    }

    private String token() {
        int start = at;
        while (at < line.length() && isToken(line.charAt(at))) {
            at++;
        }
        return line.substring(start, at);
    }

    private boolean take(char wanted) {
        boolean there = at < line.length() && line.charAt(at) == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private void skipBlanks() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
    }

    private void skipSeparators() {
        skipBlanks();
        while (take(',')) {
            skipBlanks();
        }
    }

    private static boolean isToken(char c) {
        return isAlphanumeric(c) || TOKEN_SYMBOLS.indexOf(c) >= 0;
    }

    private static boolean isToken68(char c) {
        return isAlphanumeric(c) || TOKEN68_SYMBOLS.indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
