// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/**
 * Requests, replies and routes as values, and the one listener that moves them over sockets. Knows nothing of
 * registries but the form of their errors and common headers, and depends on no other room.
 */
@NullMarked
package io.longshore.emulator.http;

import org.jspecify.annotations.NullMarked;
