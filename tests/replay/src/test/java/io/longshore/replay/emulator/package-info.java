// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** The emulator against the recorded requests. */
@NullMarked
package io.longshore.replay.emulator;

import org.jspecify.annotations.NullMarked;
