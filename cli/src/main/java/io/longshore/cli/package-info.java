// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** The command line: its main class, the root command, exit codes and what is said when a command fails. */
@NullMarked
package io.longshore.cli;

import org.jspecify.annotations.NullMarked;
