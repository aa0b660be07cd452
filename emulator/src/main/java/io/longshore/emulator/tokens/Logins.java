// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** Names and passwords: the admin user, and a refresh token as the password of the user without a name. */
public final class Logins {
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private final Authority authority;
    private final Optional<String> adminUser;
    private final Optional<String> adminPassword;

    /** Knows at most one admin user. */
    public Logins(Authority authority, Optional<String> adminUser, Optional<String> adminPassword) {
        this.authority = authority;
        this.adminUser = adminUser;
        this.adminPassword = adminPassword;
    }

    Optional<Rights> rights(String user, String password, String audience) {
        if (user.equals(NOBODY)) {
            return authority.rightsOfRefresh(password, audience);
        }
        boolean admin = adminUser.filter(user::equals).isPresent()
                && adminPassword.filter(expected -> same(expected, password)).isPresent();
        return admin ? Optional.of(Rights.ALL) : Optional.empty();
    }

    /** The rights behind the value of an {@code Authorization: Basic} header, without its scheme. */
    Optional<Rights> rightsOfBasic(String encoded, String audience) {
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

    private static boolean same(String expected, String actual) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }
}
