// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/**
 * From a challenge to a token: the parser, the token calls, the cache and the pipeline policy. Depends on the
 * vocabulary in {@code internal.run} alone.
 */
@NullMarked
package io.longshore.registry.internal.auth;

import org.jspecify.annotations.NullMarked;
