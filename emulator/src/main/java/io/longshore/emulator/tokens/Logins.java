// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.tokens;

import io.longshore.emulator.http.Permission;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Names and passwords, and a refresh token as the password of the user without a name. */
public final class Logins {
    private final Authority authority;
    private final List<Login> known;

    /** Knows these. */
    public Logins(Authority authority, List<Login> known) {
        this.authority = authority;
        this.known = List.copyOf(known);
    }

    Optional<Predicate<Permission>> rights(String user, String password, String audience) {
        if (user.equals(Login.NOBODY)) {
            return authority.rightsOfRefresh(password, audience).map(rights -> rights);
        }
        return known.stream()
                .filter(login -> login.name().equals(user) && login.hasPassword(password))
                .map(Login::rights)
                .findFirst();
    }

    /** The rights behind the value of an {@code Authorization: Basic} header, without its scheme. */
    Optional<Predicate<Permission>> rightsOfBasic(String encoded, String audience) {
        String decoded;
        try {
            decoded = new String(Base64.getDecoder().decode(encoded.trim()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = decoded.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : rights(decoded.substring(0, colon), decoded.substring(colon + 1), audience);
    }
}
