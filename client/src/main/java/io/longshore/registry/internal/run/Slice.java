// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.util.BinaryData;
import java.nio.ByteBuffer;

/**
 * A piece of one-shot content, held in memory so that it can be sent again after a new token was fetched.
 *
 * @param bytes the piece, read-only
 * @param last whether the content ends with it
 */
public record Slice(ByteBuffer bytes, boolean last) {

    /** Copies nothing: the caller hands the buffer over. */
    public Slice {
        bytes = bytes.asReadOnlyBuffer();
    }

    /** A view with its own position. */
    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }

    /** Length in bytes. */
    public int length() {
        return bytes.remaining();
    }

    /** The piece as a request body. */
    public BinaryData body() {
        return BinaryData.fromByteBuffer(bytes());
    }
}
