// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/** Stand-ins for the clients, as the tests of a program write them. */
@NullMarked
package io.longshore.behaviour.standins;

import org.jspecify.annotations.NullMarked;
