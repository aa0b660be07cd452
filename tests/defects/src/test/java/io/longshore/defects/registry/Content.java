// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.registry;

import com.azure.core.util.BinaryData;
import com.azure.core.util.FluxUtil;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** Bytes to move, and what they are known by. */
public final class Content {
    private Content() {}

    /** Always the same ones. */
    public static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    /** Such as {@code sha256:9f2c…}. */
    public static String sha256(byte[] content) {
        return "sha256:" + hex("SHA-256", content);
    }

    /** Such as {@code sha512:9f2c…}. */
    public static String sha512(byte[] content) {
        return "sha512:" + hex("SHA-512", content);
    }

    /** All that comes; what the async client hands out is read when asked for. What never ends is the test's to end. */
    public static byte[] read(BinaryData data) {
        byte[] read =
                FluxUtil.collectBytesInByteBufferStream(data.toFluxByteBuffer()).block();
        return read == null ? new byte[0] : read;
    }

    private static String hex(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
