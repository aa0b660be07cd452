// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** Repositories: the catalog, properties, deletion. */
@NullMarked
package io.longshore.emulator.repositories;

import org.jspecify.annotations.NullMarked;
