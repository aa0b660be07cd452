// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/**
 * Puts the pipeline together: which policies, in which order, and the drivers on top of it. Depends on
 * {@code internal.run} and {@code internal.auth}.
 */
@NullMarked
package io.longshore.registry.internal.pipeline;

import org.jspecify.annotations.NullMarked;
