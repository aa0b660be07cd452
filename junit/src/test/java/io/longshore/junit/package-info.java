// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** Tests of the extension, as its users would write them, and runs of such tests from outside. */
@NullMarked
package io.longshore.junit;

import org.jspecify.annotations.NullMarked;
