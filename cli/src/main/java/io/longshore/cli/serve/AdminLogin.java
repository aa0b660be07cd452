// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.serve;

import java.security.SecureRandom;

/**
 * The user that a registry lets in with a password.
 *
 * @param user not empty, without a colon
 * @param password not empty
 */
public record AdminLogin(String user, String password) {
    private static final String USER = "longshore";
    private static final int LENGTH = 20;
    // Without those that look alike.
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    /**
     * Reads {@code user:password}.
     *
     * @throws IllegalArgumentException if it is not of this form
     */
    public static AdminLogin parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new IllegalArgumentException("write it as USER:PASSWORD, for instance me:secret");
        }
        return new AdminLogin(text.substring(0, colon), text.substring(colon + 1));
    }

    /** One with a password that nobody guesses. */
    public static AdminLogin generated() {
        StringBuilder password = new StringBuilder();
        new SecureRandom().ints(LENGTH, 0, LETTERS.length()).forEach(i -> password.append(LETTERS.charAt(i)));
        return new AdminLogin(USER, password.toString());
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user;
    }
}
