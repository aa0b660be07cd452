// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import org.jspecify.annotations.Nullable;

/**
 * What may be done with a repository, tag or manifest, and what quarantine says of it.
 *
 * @param deleteEnabled false: it must not be deleted
 * @param writeEnabled false: it must be neither changed nor deleted
 * @param readEnabled false: it must not be pulled
 * @param listEnabled false: lists leave it out
 * @param quarantineState such as {@code Passed}; only manifests have one of their own
 * @param quarantineDetails JSON as text
 */
public record Attributes(
        boolean deleteEnabled,
        boolean writeEnabled,
        boolean readEnabled,
        boolean listEnabled,
        @Nullable String quarantineState,
        @Nullable String quarantineDetails) {
    /** Everything may be done. */
    public static final Attributes OPEN = new Attributes(true, true, true, true, null, null);

    /** Whether a delete is refused: a lock against writing locks against deletion too. */
    public boolean forbidDelete() {
        return !deleteEnabled || !writeEnabled;
    }
}
