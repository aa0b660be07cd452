// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** The tests of defects, on the library that has them. */
@NullMarked
package io.longshore.defects.inverted;

import org.jspecify.annotations.NullMarked;
