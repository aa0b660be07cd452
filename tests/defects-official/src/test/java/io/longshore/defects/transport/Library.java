// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.transport;

/** Which library these tests run on. */
public final class Library {
    /** The column of the behaviour table. */
    public static final String COLUMN = "official";

    private Library() {}
}
