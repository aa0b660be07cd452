// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.tokens;

import java.time.Duration;

/** How long tokens live. */
public record TokenLifetimes(Duration refresh, Duration access, Duration anonymous) {}
