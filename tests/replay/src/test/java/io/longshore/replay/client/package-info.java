// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** The client, driven through its public API, against the recorded answers. */
@NullMarked
package io.longshore.replay.client;

import org.jspecify.annotations.NullMarked;
