// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.tokens;

import io.longshore.emulator.http.Permission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A name with a password, and what whoever has them may do. */
public final class Login {
    /** The name of those who log in with a refresh token as their password. */
    static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private final String name;
    private final byte[] password;
    private final Predicate<Permission> rights;

    private Login(String name, String password, Predicate<Permission> rights) {
        requireUsable(name, password);
        this.name = name;
        this.password = password.getBytes(StandardCharsets.UTF_8);
        this.rights = rights;
    }

    /** Somebody who may do everything. */
    public static Login admin(String name, String password) {
        return new Login(name, password, Rights.ALL);
    }

    /** Somebody who may do these actions, in the words of a login's permissions, in these repositories. */
    public static Login scoped(String name, String password, Map<String, Set<String>> actions) {
        return new Login(name, password, new ScopeMap(actions));
    }

    /** Refuses names and passwords that nobody could log in with. */
    public static void requireUsable(String name, String password) {
        if (name.isEmpty() || name.indexOf(':') >= 0 || name.equals(NOBODY)) {
            throw new IllegalArgumentException(
                    "the name of a login must not be empty, contain a colon, or be " + NOBODY + ": " + name);
        }
        if (password.isEmpty()) {
            throw new IllegalArgumentException("password must not be empty");
        }
    }

    String name() {
        return name;
    }

    boolean hasPassword(String actual) {
        return MessageDigest.isEqual(password, actual.getBytes(StandardCharsets.UTF_8));
    }

    Predicate<Permission> rights() {
        return rights;
    }
}
