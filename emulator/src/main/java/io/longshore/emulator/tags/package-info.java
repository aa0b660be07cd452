// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** Tags: lists, properties, untagging. */
@NullMarked
package io.longshore.emulator.tags;

import org.jspecify.annotations.NullMarked;
