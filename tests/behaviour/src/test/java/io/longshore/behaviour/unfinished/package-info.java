// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** Peers that begin and do not end: what a client does that is left waiting. */
@NullMarked
package io.longshore.behaviour.unfinished;

import org.jspecify.annotations.NullMarked;
