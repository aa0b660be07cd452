// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/**
 * Content on its way: the slices in which it goes out and the places where it goes in. Knows no protocol and no
 * connection; depends on azure-core's {@code BinaryData} and Reactor alone.
 */
@NullMarked
package io.longshore.registry.internal.content;

import org.jspecify.annotations.NullMarked;
