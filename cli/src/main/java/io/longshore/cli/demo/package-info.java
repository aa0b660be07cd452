// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** The demonstration: runs steps one after the other and tells what they do. Knows the client and the emulator. */
@NullMarked
package io.longshore.cli.demo;

import org.jspecify.annotations.NullMarked;
