// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.content;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * What the next slice may be.
 *
 * @param memory its most bytes if it has to be held in memory
 * @param file its most bytes if it is a part of a file
 * @param seen is shown every byte of the slice once, in order
 */
public record Portion(int memory, long file, Consumer<ByteBuffer> seen) {}
