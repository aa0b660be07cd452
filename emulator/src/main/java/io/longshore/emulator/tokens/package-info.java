// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** Who may do what: the token endpoints, the tokens, and the check of every request. Depends on {@code http} alone. */
@NullMarked
package io.longshore.emulator.tokens;

import org.jspecify.annotations.NullMarked;
