// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** The registries the tests talk to, and the clients for them. */
@NullMarked
package io.longshore.defects.registry;

import org.jspecify.annotations.NullMarked;
