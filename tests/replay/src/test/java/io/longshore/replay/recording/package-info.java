// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** The recordings as data: where they are, what is in them, and what the contract says about every request. */
@NullMarked
package io.longshore.replay.recording;

import org.jspecify.annotations.NullMarked;
