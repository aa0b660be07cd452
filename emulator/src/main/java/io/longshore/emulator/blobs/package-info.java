// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** Blobs: uploads, downloads with ranges, the data endpoint, deletion. */
@NullMarked
package io.longshore.emulator.blobs;

import org.jspecify.annotations.NullMarked;
