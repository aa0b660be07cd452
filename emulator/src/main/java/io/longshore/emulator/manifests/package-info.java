// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** Manifests: push, pull with content negotiation, properties, deletion. */
@NullMarked
package io.longshore.emulator.manifests;

import org.jspecify.annotations.NullMarked;
