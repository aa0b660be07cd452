// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import java.time.Duration;
import java.time.Instant;

/**
 * A token and when it is to be replaced.
 *
 * @param secret the token itself; never printed
 * @param expiresAt from then on the service refuses it
 * @param refreshAt from then on a new one is fetched, while this one still serves
 */
public record Token(String secret, Instant expiresAt, Instant refreshAt) {
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(5);

    /** A token whose lifetime ends at {@code expiresAt}, due for a new one 5 minutes or a quarter of it before. */
    static Token expiring(String secret, Instant now, Instant expiresAt) {
        Duration quarter = Duration.between(now, expiresAt).dividedBy(4);
        Duration margin = quarter.compareTo(LONGEST_MARGIN) < 0 ? quarter : LONGEST_MARGIN;
        return new Token(secret, expiresAt, expiresAt.minus(margin));
    }

    @Override
    public String toString() {
        return "Token[expiresAt=" + expiresAt + "]";
    }
}
