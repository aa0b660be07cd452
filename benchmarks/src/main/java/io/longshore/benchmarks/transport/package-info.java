// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** One file downloaded by one transport as one process, and the table of many such runs. */
@NullMarked
package io.longshore.benchmarks.transport;

import org.jspecify.annotations.NullMarked;
