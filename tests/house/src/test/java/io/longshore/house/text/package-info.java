// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** What every source file says and what none may say, and what the build files agree on. */
@NullMarked
package io.longshore.house.text;

import org.jspecify.annotations.NullMarked;
