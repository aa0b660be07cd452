// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

/**
 * One right that a route demands, as in a challenge's {@code detail}.
 *
 * @param type {@code repository} or {@code registry}
 * @param name the repository, or {@code catalog}
 * @param action for example {@code pull}
 */
public record Permission(String type, String name, String action) {
    /** A right on a repository. */
    public static Permission on(String repository, String action) {
        return new Permission("repository", repository, action);
    }
}
