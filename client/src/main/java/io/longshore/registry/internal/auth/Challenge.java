// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One challenge of a {@code WWW-Authenticate} header (RFC 9110, section 11.6.1).
 *
 * @param scheme in lower case
 * @param parameters names in lower case, values unquoted
 */
public record Challenge(String scheme, Map<String, String> parameters) {

    /** Copies the parameters. */
    public Challenge {
        parameters = Map.copyOf(parameters);
    }

    /** All challenges in the header lines, in order; what does not follow the grammar ends the line it stands in. */
    public static List<Challenge> parse(List<String> headerLines) {
        return headerLines.stream()
                .flatMap(line -> new ChallengeParser(line).parse().stream())
                .toList();
    }

    /** The first challenge of a scheme. */
    public static Optional<Challenge> find(List<Challenge> challenges, String scheme) {
        return challenges.stream()
                .filter(challenge -> challenge.scheme().equals(scheme.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** A parameter's value. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }
}
