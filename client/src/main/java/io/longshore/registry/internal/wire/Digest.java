// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import io.longshore.registry.models.DigestAlgorithm;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A content digest (OCI image specification, descriptor, section "Digests").
 *
 * @param algorithm a registered algorithm, {@code sha256} or {@code sha512}
 * @param hex in lower case
 */
public record Digest(String algorithm, String hex) {
    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-fA-F]{64}|sha512:[0-9a-fA-F]{128}");
    private static final Map<String, String> JAVA_NAMES = Map.of("sha256", "SHA-256", "sha512", "SHA-512");

    /** A reference with its digest, if it is one of a known algorithm, spelt as registries do. */
    static String inLowerCase(String reference) {
        return parse(reference).map(Digest::toString).orElse(reference);
    }

    /** The digest that a text spells, in upper or lower case; empty if it is none of a known algorithm. */
    public static Optional<Digest> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        return Optional.of(
                new Digest(text.substring(0, colon), text.substring(colon + 1).toLowerCase(Locale.ROOT)));
    }

    /** The sha256 digest of content. */
    public static Digest of(byte[] content) {
        return of(DigestAlgorithm.SHA256, content);
    }

    /** The digest of content. */
    static Digest of(DigestAlgorithm algorithm, byte[] content) {
        return of(algorithm.toString(), algorithm(algorithm.toString()).digest(content));
    }

    static Digest of(String algorithm, byte[] hash) {
        return new Digest(algorithm, HexFormat.of().formatHex(hash));
    }

    /** A fresh computation in this digest's algorithm. */
    MessageDigest computation() {
        return algorithm(algorithm);
    }

    /** Whether content has this digest. */
    boolean matches(byte[] content) {
        return of(algorithm, computation().digest(content)).equals(this);
    }

    static MessageDigest algorithm(String name) {
        try {
            return MessageDigest.getInstance(JAVA_NAMES.get(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java installation cannot compute " + name + ".", e);
        }
    }

    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }
}
