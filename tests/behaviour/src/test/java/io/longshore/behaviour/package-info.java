// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** The client against the emulator: every behaviour through the sync and the async API, over real HTTP. */
@NullMarked
package io.longshore.behaviour;

import org.jspecify.annotations.NullMarked;
