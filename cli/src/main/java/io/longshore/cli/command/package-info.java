// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** One class for each command: parses, calls one other room, returns an exit code. Holds no protocol. */
@NullMarked
package io.longshore.cli.command;

import org.jspecify.annotations.NullMarked;
