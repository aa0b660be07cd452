// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Reads the lifetime of a token out of the token: ACR's answers have no {@code expires_in}. Nothing is verified. */
final class JwtExpiry {

    private JwtExpiry() {}

    /** The {@code exp} claim; empty for a token that is no JWT or has none. */
    static Optional<Instant> of(String token) {
        return claim(token, "exp");
    }

    /** From {@code iat} to {@code exp}: right also where the clocks of the service and of this machine differ. */
    static Optional<Duration> lifetime(String token) {
        return claim(token, "iat")
                .flatMap(issued -> of(token).map(expires -> Duration.between(issued, expires)))
                .filter(lifetime -> !lifetime.isNegative());
    }

    private static Optional<Instant> claim(String token, String name) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try (JsonReader claims =
                JsonProviders.createReader(Base64.getUrlDecoder().decode(parts[1]))) {
            return claims.readUntyped() instanceof Map<?, ?> map && map.get(name) instanceof Number seconds
                    ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                    : Optional.empty();
        } catch (IOException | IllegalStateException | IllegalArgumentException | DateTimeException e) {
            // An opaque token is allowed to look like anything; it gets the default lifetime.
            return Optional.empty();
        }
    }
}
