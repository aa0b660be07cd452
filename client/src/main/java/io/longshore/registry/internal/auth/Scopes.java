// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A set of token scopes, normalised: the service lists actions and resources in no stable order ({@code pull,push} and
 * {@code push,pull} were both recorded for one operation), so they are compared as sets.
 *
 * @param text sorted, one action list per resource, resources separated by a space; empty for no scope
 */
public record Scopes(String text) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Normalises. */
    public Scopes {
        text = normalise(text);
    }

    /** Whether no scope is named, as in the challenge of {@code GET /v2/}. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether every action of {@code other} is among these. */
    public boolean covers(Scopes other) {
        TreeMap<String, SortedSet<String>> mine = byResource(text);
        return byResource(other.text).entrySet().stream()
                .allMatch(entry ->
                        mine.getOrDefault(entry.getKey(), new TreeSet<>()).containsAll(entry.getValue()));
    }

    private static String normalise(String text) {
        return byResource(text).entrySet().stream()
                .map(entry -> entry.getKey() + ":" + String.join(",", entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static TreeMap<String, SortedSet<String>> byResource(String text) {
        TreeMap<String, SortedSet<String>> scopes = new TreeMap<>();
        for (String scope : BLANKS.split(text.strip(), -1)) {
            int colon = scope.lastIndexOf(':');
            if (colon > 0) {
                scopes.computeIfAbsent(scope.substring(0, colon), resource -> new TreeSet<>())
                        .addAll(Arrays.asList(scope.substring(colon + 1).split(",", -1)));
            }
        }
        return scopes;
    }
}
