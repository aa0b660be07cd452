// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.content;

/** Opened content, for a caller that may wait. Not thread-safe. */
public interface Slices extends AutoCloseable {

    /** Reads the next slice; after the last one, an empty one that is last too. */
    Slice next(Portion portion);

    /** The failure of a run in which these slices were sent, or what caused it if that lies with the content. */
    default RuntimeException explain(RuntimeException failure) {
        return failure;
    }

    @Override
    default void close() {}

    /** Nothing to read. */
    static Slices none() {
        return portion -> Slice.end();
    }
}
