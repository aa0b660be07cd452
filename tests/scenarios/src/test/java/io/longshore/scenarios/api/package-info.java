// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** The sync and the async API behind one set of interfaces, so that a scenario is written once and run through both. */
@NullMarked
package io.longshore.scenarios.api;

import org.jspecify.annotations.NullMarked;
