// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** How the official library's clients are made to trust the test registries. */
@NullMarked
package io.longshore.defects.transport;

import org.jspecify.annotations.NullMarked;
