// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/**
 * One annotation gives a test a running registry and ready clients.
 *
 * <p>Start with {@link io.longshore.junit.WithRegistry}. Works with JUnit Jupiter 5.10 and later, 6 included.
 */
@NullMarked
package io.longshore.junit;

import org.jspecify.annotations.NullMarked;
