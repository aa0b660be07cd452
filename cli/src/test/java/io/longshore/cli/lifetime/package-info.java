// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** Tests of the package of the same name. */
@NullMarked
package io.longshore.cli.lifetime;

import org.jspecify.annotations.NullMarked;
