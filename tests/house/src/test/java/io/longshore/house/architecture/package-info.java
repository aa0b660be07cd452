// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** Who may know whom; every rule is proven by a fixture that breaks it. */
@NullMarked
package io.longshore.house.architecture;

import org.jspecify.annotations.NullMarked;
