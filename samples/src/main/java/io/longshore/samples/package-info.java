// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** What the README and the guide show. */
@NullMarked
package io.longshore.samples;

import org.jspecify.annotations.NullMarked;
