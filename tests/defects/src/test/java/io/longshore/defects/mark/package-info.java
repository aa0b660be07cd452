// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** What a test says about the official library. */
@NullMarked
package io.longshore.defects.mark;

import org.jspecify.annotations.NullMarked;
