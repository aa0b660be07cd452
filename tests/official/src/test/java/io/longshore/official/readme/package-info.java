// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** The examples of the official library's README, taken from its own jar, on this library. */
@NullMarked
package io.longshore.official.readme;

import org.jspecify.annotations.NullMarked;
