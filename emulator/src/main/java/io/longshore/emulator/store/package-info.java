// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/**
 * What the registry remembers: contents as files, everything else as rows of an embedded database. What a method has
 * returned from survives the death of the process. Depends on no other room.
 */
@NullMarked
package io.longshore.emulator.store;

import org.jspecify.annotations.NullMarked;
