// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.

/** The defects of Azure's Java library 1.2.6, each a test that holds here and fails there. */
@NullMarked
package io.longshore.defects.azure;

import org.jspecify.annotations.NullMarked;
