// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Reads the lifetime of a token out of the token: ACR's answers have no {@code expires_in}. Nothing is verified. */
final class JwtExpiry {

    private JwtExpiry() {}

    /** The {@code exp} claim; empty for a token that is no JWT or has none. */
    static Optional<Instant> of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try (JsonReader claims =
                JsonProviders.createReader(Base64.getUrlDecoder().decode(parts[1]))) {
            return claims.readUntyped() instanceof Map<?, ?> map && map.get("exp") instanceof Number exp
                    ? Optional.of(Instant.ofEpochSecond(exp.longValue()))
                    : Optional.empty();
        } catch (IOException | IllegalStateException | IllegalArgumentException | DateTimeException e) {
            // An opaque token is allowed to look like anything; it gets the default lifetime.
            return Optional.empty();
        }
    }
}
