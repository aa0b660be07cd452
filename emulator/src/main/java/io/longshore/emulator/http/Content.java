// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.nio.file.Path;

/** The body of a reply. */
public sealed interface Content {
    /** How many bytes there are. */
    long length();

    /** Bytes at hand; sent in chunks, without their length, if so wanted. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] bytes, boolean chunked) implements Content {
        @Override
        public long length() {
            return bytes.length;
        }
    }

    /** A piece of a file, never in memory as a whole. */
    record FileSlice(Path file, long offset, long length) implements Content {}
}
