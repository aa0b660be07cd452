// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.content;

import java.nio.ByteBuffer;

/** Where content goes that comes in. Serves one run, which ends it by either {@link #keep} or {@link #discard}. */
public interface Sink {

    /** How long the content is by the word of its registry; called before the first byte, and not if it is unknown. */
    default void expect(long length) {}

    /** Takes all of a buffer. */
    void write(ByteBuffer bytes);

    /** The content is whole and the right one. */
    default void keep() {}

    /** It is not, or nobody wants it any more; nothing is to be left of it. */
    default void discard() {}
}
