// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** What a program of this module can say about its own process. Depends on the JDK only. */
@NullMarked
package io.longshore.benchmarks.process;

import org.jspecify.annotations.NullMarked;
