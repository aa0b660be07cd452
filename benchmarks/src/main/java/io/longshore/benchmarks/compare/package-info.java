// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/**
 * The same operations by this library and by Azure's own: the script {@code compare} compiles these sources a second
 * time with the imports changed, {@link io.longshore.benchmarks.compare.OwnForms} left out. May depend on what both
 * libraries have.
 */
@NullMarked
package io.longshore.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
