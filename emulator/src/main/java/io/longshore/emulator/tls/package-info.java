// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** The emulator's certificate and what is made of it. Depends on no other room. */
@NullMarked
package io.longshore.emulator.tls;

import org.jspecify.annotations.NullMarked;
