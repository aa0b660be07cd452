// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.sizes;

/** The sizes over which the build fails. There is no list of exemptions. */
final class Limits {
    static final int FILE = 400;
    static final int TEST_FILE = 600;
    static final int METHOD = 40;
    static final int PARAMETERS = 5;
    static final int NESTING = 3;
    static final int TYPES = 25;

    private Limits() {}
}
