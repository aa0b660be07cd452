// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** What a program that uses the client gets at run time. */
@NullMarked
package io.longshore.closure;

import org.jspecify.annotations.NullMarked;
