// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** The body of a reply. */
public sealed interface Content extends AutoCloseable {
    /** How many bytes there are. */
    long length();

    /** Frees what it holds; whoever sends a reply has to call it, sent or not. */
    @Override
    default void close() throws IOException {}

    /** Bytes at hand; sent in chunks, without their length, if so wanted. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] bytes, boolean chunked) implements Content {
        @Override
        public long length() {
            return bytes.length;
        }
    }

    /** A piece of an open file, never in memory as a whole. Open, so that it can be sent even if it is deleted now. */
    record FileSlice(FileChannel file, long offset, long length) implements Content {
        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
