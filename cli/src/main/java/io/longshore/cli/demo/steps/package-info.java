// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/**
 * The demonstration's steps. Each makes its calls through the client, shows them, and fails unless the result is right.
 */
@NullMarked
package io.longshore.cli.demo.steps;

import org.jspecify.annotations.NullMarked;
