// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** The public API as a listing that a change must update on purpose. */
@NullMarked
package io.longshore.house.api;

import org.jspecify.annotations.NullMarked;
