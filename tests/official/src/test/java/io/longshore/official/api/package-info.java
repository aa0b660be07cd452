// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** The public API of the official library, line by line, beside ours. */
@NullMarked
package io.longshore.official.api;

import org.jspecify.annotations.NullMarked;
