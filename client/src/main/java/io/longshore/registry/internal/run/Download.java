// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Content that comes in over one connection after the other, until it is whole. A driver opens, hands over what
 * arrives, tells when the connection ended, and opens again where it is told to. Serves one run.
 */
public interface Download {
    /** What is downloaded, for error messages. */
    String name();

    /** Asks for what has not arrived yet. */
    Step<OpenContent> open();

    /** Takes what arrived and gives what is new of it: a connection may repeat what was there. */
    ByteBuffer take(ByteBuffer arrived);

    /**
     * The connection ended, by itself or broken.
     *
     * @return true if the content is whole and right, false if the rest is to be asked for
     * @throws RuntimeException if the content is wrong, or asking again is pointless
     */
    boolean isOver(@Nullable RuntimeException broken);
}
