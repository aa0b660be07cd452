// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.content;

import com.azure.core.util.BinaryData;
import java.util.Arrays;

/**
 * A piece of content that can be sent again after a new token was fetched: it is held in memory, or a part of a file.
 *
 * @param body the piece as a request body, replayable
 * @param length in bytes
 * @param last whether the content ends with it
 */
public record Slice(BinaryData body, long length, boolean last) {

    /** The first bytes of an array, which the caller hands over; copied only where the array is longer. */
    static Slice of(byte[] bytes, int length, boolean last) {
        byte[] exact = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        return new Slice(BinaryData.fromBytes(exact), length, last);
    }

    /** The end of content whose bytes have all gone out. */
    public static Slice end() {
        return of(new byte[0], 0, true);
    }
}
