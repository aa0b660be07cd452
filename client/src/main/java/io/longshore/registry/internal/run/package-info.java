// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
/**
 * The vocabulary in which the protocol is written ({@code Call}, {@code Step}) and the only two drivers that send it
 * over HTTP, one blocking and one reactive. Knows no endpoint; depends on azure-core alone.
 */
@NullMarked
package io.longshore.registry.internal.run;

import org.jspecify.annotations.NullMarked;
