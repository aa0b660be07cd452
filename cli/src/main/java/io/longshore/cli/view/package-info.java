// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** How things are shown to people: sizes, times, colours, aligned columns. Knows no command and no registry. */
@NullMarked
package io.longshore.cli.view;

import org.jspecify.annotations.NullMarked;
