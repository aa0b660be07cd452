// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/**
 * The HTTP client that the library sends through: time limits, trusted certificates, proxy. Depends on nothing else of
 * the library.
 */
@NullMarked
package io.longshore.registry.transport;

import org.jspecify.annotations.NullMarked;
