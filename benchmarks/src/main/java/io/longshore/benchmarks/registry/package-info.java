// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** The registry that clients are measured against, as a program of its own. Depends on the emulator only. */
@NullMarked
package io.longshore.benchmarks.registry;

import org.jspecify.annotations.NullMarked;
