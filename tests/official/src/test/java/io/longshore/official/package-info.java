// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** Azure's own Java library as a referee of the emulator. */
@NullMarked
package io.longshore.official;

import org.jspecify.annotations.NullMarked;
