// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** A registry that says what a test makes it say. */
@NullMarked
package io.longshore.scenarios.server;

import org.jspecify.annotations.NullMarked;
