// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** The project's modules and their source files, as the rules read them. */
@NullMarked
package io.longshore.house.source;

import org.jspecify.annotations.NullMarked;
