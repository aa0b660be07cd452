// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** Deliberate differences from the official library that are not in the table of behaviour. */
@NullMarked
package io.longshore.defects.differences;

import org.jspecify.annotations.NullMarked;
