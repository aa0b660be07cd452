// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

/**
 * How the digest of new content is computed: the two algorithms that the OCI image specification registers. Content can
 * be read, checked and deleted by a digest of either one.
 */
public enum DigestAlgorithm {
    /** SHA-256, the algorithm of nearly all content; every registry has to know it. */
    SHA256("sha256"),

    /** SHA-512, which registries may refuse: the specification leaves it to them. */
    SHA512("sha512");

    private final String prefix;

    DigestAlgorithm(String prefix) {
        this.prefix = prefix;
    }

    /**
     * Gives the name as digests start with it.
     *
     * @return {@code sha256} or {@code sha512}
     */
    @Override
    public String toString() {
        return prefix;
    }
}
