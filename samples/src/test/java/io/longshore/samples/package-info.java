// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** The samples against the emulator, and against the pages that quote them. */
@NullMarked
package io.longshore.samples;

import org.jspecify.annotations.NullMarked;
