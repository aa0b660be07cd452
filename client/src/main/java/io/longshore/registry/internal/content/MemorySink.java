// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.content;

import com.azure.core.util.BinaryData;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Memory: as much as the registry says, up to a point, and from there on as much as really comes. */
public final class MemorySink implements Sink {
    /** What every Java runtime can allocate at once, given the heap. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private static final int SMALL = 64 * 1024;

    /** A length that is only a claim is not worth more than this. */
    private static final int TRUSTED = 16 * 1024 * 1024;

    private final String operation;
    private long claimed = MOST;
    private byte[] bytes = new byte[0];
    private int length;

    /** An empty one; {@code operation} names what it is for in an error. */
    public MemorySink(String operation) {
        this.operation = operation;
    }

    @Override
    public void expect(long total) {
        if (total > MOST) {
            throw tooLarge(total + " bytes");
        }
        claimed = total;
        bytes = new byte[(int) Math.min(total, TRUSTED)];
    }

    @Override
    public void write(ByteBuffer arrived) {
        long needed = (long) length + arrived.remaining();
        if (needed > MOST) {
            throw tooLarge("more than " + MOST + " bytes");
        }
        if (needed > bytes.length) {
            long room = Math.max(needed, Math.min(Math.max(2L * bytes.length, SMALL), claimed));
            bytes = Arrays.copyOf(bytes, (int) Math.min(room, MOST));
        }
        arrived.get(bytes, length, arrived.remaining());
        length = (int) needed;
    }

    /** All that was written. */
    public BinaryData content() {
        return BinaryData.fromBytes(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
    }

    private IllegalStateException tooLarge(String size) {
        return new IllegalStateException(operation + " failed: it has " + size + ", and a byte array holds " + MOST
                + " - download it to a file (downloadBlobToFile), or read it as a stream (openBlobStream,"
                + " downloadStream)");
    }
}
