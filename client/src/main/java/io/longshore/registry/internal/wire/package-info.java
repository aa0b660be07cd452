// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/**
 * Every endpoint as a value, and the sequences for uploads and downloads: paths, scopes, statuses, headers and limits.
 * Never touches a socket; depends on {@code internal.run} and the public models.
 */
@NullMarked
package io.longshore.registry.internal.wire;

import org.jspecify.annotations.NullMarked;
