// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** What is said and kept for those who log in to a registry that runs alone. */
@NullMarked
package io.longshore.cli.serve;

import org.jspecify.annotations.NullMarked;
