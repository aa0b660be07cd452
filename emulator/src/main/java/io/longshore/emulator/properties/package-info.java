// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/**
 * What the rooms of repositories, tags and manifests have in common: attributes, locks, paging. Depends on {@code http}
 * and {@code store}.
 */
@NullMarked
package io.longshore.emulator.properties;

import org.jspecify.annotations.NullMarked;
