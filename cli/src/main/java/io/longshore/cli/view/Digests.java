// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.view;

/** Digests for people. */
public final class Digests {
    private static final int SHOWN = "sha256:".length() + 12;

    private Digests() {}

    /** The algorithm and as much of the rest as tells one from another, for instance {@code sha256:0123456789ab}. */
    public static String shortened(String digest) {
        return digest.length() <= SHOWN ? digest : digest.substring(0, SHOWN);
    }
}
