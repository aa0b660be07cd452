// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Digests as the registry writes them: {@code sha256:…} and {@code sha512:…}. */
public final class Digests {
    /** As long as the columns that hold digests; the longest of a known algorithm has 135 characters. */
    private static final int LONGEST = 160;

    private static final Pattern SUPPORTED = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");

    private static final Pattern WELL_FORMED =
            Pattern.compile("(?!sha(?:256|512):)[a-z0-9]++(?:[-_+.][a-z0-9]++)*+:[A-Za-z0-9=_-]++");

    private Digests() {}

    /**
     * Whether this is a digest as OCI writes it, of at most 160 characters: of any algorithm, but with the right length
     * if it is known here.
     */
    public static boolean isWellFormed(String text) {
        return text.length() <= LONGEST
                && (isSupported(text) || WELL_FORMED.matcher(text).matches());
    }

    /** Whether contents of this digest can be verified. */
    public static boolean isSupported(String digest) {
        return SUPPORTED.matcher(digest).matches();
    }

    /** The sha256 digest of these bytes. */
    public static String sha256(byte[] bytes) {
        return "sha256:" + hex(start("sha256").digest(bytes));
    }

    /** Whether these bytes have this digest. */
    public static boolean matches(String digest, byte[] bytes) {
        return isSupported(digest) && digest.endsWith(":" + hex(start(digest).digest(bytes)));
    }

    /** Whether this file has this digest. */
    public static boolean matches(String digest, Path file) throws IOException {
        MessageDigest running = start(digest);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                running.update(buffer, 0, read);
            }
        }
        return digest.endsWith(":" + hex(running.digest()));
    }

    /** A running digest of the algorithm of this digest. */
    public static MessageDigest start(String digest) {
        try {
            return MessageDigest.getInstance(digest.startsWith("sha512") ? "SHA-512" : "SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256 and SHA-512", e);
        }
    }

    /** Lower-case hexadecimal. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
