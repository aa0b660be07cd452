// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The link to the next page (RFC 8288): {@code </acr/v1/_catalog?last=b&n=2&orderby=>; rel="next"}. The target is kept
 * to the letter, and a link without parameters counts as the next one, as some registries send it.
 */
final class NextLink {
    private static final Pattern RELATION = Pattern.compile(";\\s*rel\\s*=\\s*\"?([^\";,]*)", Pattern.CASE_INSENSITIVE);

    private NextLink() {}

    /** The target of the next link among header lines; empty on the last page. */
    static Optional<String> find(List<String> headerLines) {
        for (String line : headerLines) {
            Optional<String> target = find(line);
            if (target.isPresent()) {
                return target;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> find(String line) {
        int at = 0;
        while (at < line.length()) {
            int open = line.indexOf('<', at);
            int close = line.indexOf('>', open + 1);
            if (open < 0 || close < 0) {
                return Optional.empty();
            }
            int following = line.indexOf('<', close);
            String parameters = line.substring(close + 1, following < 0 ? line.length() : following);
            if (leadsOn(parameters)) {
                return Optional.of(line.substring(open + 1, close));
            }
            at = close + 1;
        }
        return Optional.empty();
    }

    private static boolean leadsOn(String parameters) {
        Matcher relation = RELATION.matcher(parameters);
        return !relation.find()
                || Arrays.stream(relation.group(1).strip().split("\\s+")).anyMatch("next"::equalsIgnoreCase);
    }

    /** The target in what a caller passes as a continuation token: a bare target, or a whole header value. */
    static String target(String token) {
        return token.startsWith("<") ? find(token).orElse(token) : token;
    }
}
