// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** What the official Java library cannot be asked, and what is to be known about all these tests. */
@NullMarked
package io.longshore.defects.ours;

import org.jspecify.annotations.NullMarked;
