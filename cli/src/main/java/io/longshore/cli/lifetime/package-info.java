// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** What commands open and how it is closed, also when the process is asked to end. Knows no command and no registry. */
@NullMarked
package io.longshore.cli.lifetime;

import org.jspecify.annotations.NullMarked;
