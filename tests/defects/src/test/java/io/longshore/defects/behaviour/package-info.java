// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** What callers of either library get in every situation: a table with a column for each. */
@NullMarked
package io.longshore.defects.behaviour;

import org.jspecify.annotations.NullMarked;
