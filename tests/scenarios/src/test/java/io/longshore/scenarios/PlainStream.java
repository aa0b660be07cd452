// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import java.io.InputStream;
import java.util.SplittableRandom;

/** Random bytes, the same for the same seed: cannot be rewound, does not know its length, and gives what it likes. */
final class PlainStream extends InputStream {
    private static final int AT_MOST = 50_000;

    private final SplittableRandom random;
    private final byte[] block = new byte[AT_MOST];
    private long left;
    private int next = AT_MOST;

    PlainStream(long length, long seed) {
        this.left = length;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (left == 0) {
            return -1;
        }
        if (next == block.length) {
            random.nextBytes(block);
            next = 0;
        }
        int given = (int) Math.min(Math.min(length, block.length - next), left);
        System.arraycopy(block, next, target, offset, given);
        next += given;
        left -= given;
        return given;
    }
}
