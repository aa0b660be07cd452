// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import io.longshore.registry.models.DigestAlgorithm;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The digest of content that goes out, and the sha256 one with it: registries may name what they stored by that one
 * whatever they were asked to store it as. Single-use.
 */
final class Hashes {
    private final List<String> names = new ArrayList<>();
    private final List<MessageDigest> running = new ArrayList<>();

    Hashes(DigestAlgorithm algorithm) {
        add(algorithm);
        if (algorithm != DigestAlgorithm.SHA256) {
            add(DigestAlgorithm.SHA256);
        }
    }

    private void add(DigestAlgorithm algorithm) {
        names.add(algorithm.toString());
        running.add(Digest.algorithm(algorithm.toString()));
    }

    void update(ByteBuffer bytes) {
        running.forEach(hash -> hash.update(bytes.duplicate()));
    }

    /** The digests, the one that was asked for first. */
    List<Digest> finish() {
        List<Digest> digests = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            digests.add(Digest.of(names.get(i), running.get(i).digest()));
        }
        return List.copyOf(digests);
    }
}
