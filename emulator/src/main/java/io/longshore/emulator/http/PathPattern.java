// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form of a path, such as <code>/v2/{name}/blobs/{digest}</code>. {@code name} takes one or more segments, every
 * other variable exactly one. A value that is no repository name, tag or digest does not match: the service does not
 * route it. What is called {@code text} may be anything but empty, for those who refuse it with words of their own;
 * {@code misspelt} is what was meant to be a digest.
 */
public final class PathPattern {
    private static final int LONGEST_NAME = 255;
    private static final String MISSPELT_VARIABLE = "{misspelt}";
    private static final Pattern NAME_SEGMENT = Pattern.compile("[a-z0-9]++(?:(?:[.]|__?+|-++)[a-z0-9]++)*+");
    private static final Pattern TAG = Pattern.compile("\\w[\\w.-]{0,127}");
    private static final Pattern DIGEST =
            Pattern.compile("[A-Za-z][A-Za-z0-9]*+(?:[-_+.][A-Za-z][A-Za-z0-9]*+)*+:\\p{XDigit}{32,128}");
    private static final Pattern MISSPELT = Pattern.compile("[^:\\s]*+:[^\\s]*+");
    private static final Pattern UPLOAD = Pattern.compile("[A-Za-z0-9._=-]{1,128}");

    private final List<String> before;
    private final boolean named;
    private final List<String> after;

    private PathPattern(List<String> before, boolean named, List<String> after) {
        this.before = before;
        this.named = named;
        this.after = after;
    }

    /** Reads a pattern. */
    public static PathPattern of(String pattern) {
        List<String> segments = segments(pattern);
        int name = segments.indexOf("{name}");
        return name < 0
                ? new PathPattern(segments, false, List.of())
                : new PathPattern(segments.subList(0, name), true, segments.subList(name + 1, segments.size()));
    }

    /** The segments of a decoded path. */
    static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    /** Whether this is a digest. */
    public static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    /** Whether this is a repository's name. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST_NAME
                && segments(text).stream()
                        .allMatch(segment -> NAME_SEGMENT.matcher(segment).matches());
    }

    /** Whether this is a tag. */
    public static boolean isTag(String text) {
        return TAG.matcher(text).matches();
    }

    /** Whether this is a path that does not exist, so that other methods on it find nothing. */
    boolean isMisspelt() {
        return after.contains(MISSPELT_VARIABLE);
    }

    /** The variables' values if the path has this form. */
    Optional<Map<String, String>> match(List<String> path) {
        int middle = path.size() - before.size() - after.size();
        if (named ? middle < 1 : middle != 0) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        int end = before.size() + middle;
        boolean fits = fits(before, path.subList(0, before.size()), variables)
                && fits(after, path.subList(end, path.size()), variables);
        if (fits && named) {
            String name = String.join("/", path.subList(before.size(), end));
            variables.put("name", name);
            fits = isName(name);
        }
        return fits ? Optional.of(variables) : Optional.empty();
    }

    private static boolean fits(List<String> pattern, List<String> path, Map<String, String> variables) {
        for (int i = 0; i < pattern.size(); i++) {
            String expected = pattern.get(i);
            String actual = path.get(i);
            if (expected.startsWith("{")) {
                variables.put(expected.substring(1, expected.length() - 1), actual);
            }
            if (!fits(expected, actual)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String expected, String actual) {
        return switch (expected) {
            case "{digest}" -> isDigest(actual);
            case "{tag}" -> isTag(actual);
            case "{reference}" -> isTag(actual) || isDigest(actual);
            case MISSPELT_VARIABLE -> MISSPELT.matcher(actual).matches() && !isDigest(actual);
            case "{text}" -> !actual.isEmpty();
            case "{upload}" -> UPLOAD.matcher(actual).matches();
            default -> expected.equals(actual);
        };
    }
}
