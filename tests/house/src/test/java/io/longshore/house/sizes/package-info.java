// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** How long files and methods may be, and how many parameters, levels and types there may be. */
@NullMarked
package io.longshore.house.sizes;

import org.jspecify.annotations.NullMarked;
