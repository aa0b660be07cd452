// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** The images that the demonstration pushes: made of jars, and written to a folder when they come back. */
@NullMarked
package io.longshore.cli.demo.image;

import org.jspecify.annotations.NullMarked;
