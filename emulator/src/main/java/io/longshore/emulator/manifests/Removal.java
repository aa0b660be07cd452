// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.manifests;

import io.longshore.emulator.properties.Locks;
import io.longshore.emulator.store.Manifests;
import io.longshore.emulator.store.Referrers;
import io.longshore.emulator.store.Repositories;
import io.longshore.emulator.store.Sql;
import io.longshore.emulator.store.TagEntry;
import io.longshore.emulator.store.Tags;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What goes when manifests or tags are deleted, and what holds them. With a manifest go its tags and, as the service's
 * documentation says, all manifests that refer to it; the children of an index stay.
 */
final class Removal {
    private final Sql sql;
    private final String repository;
    private final long now;

    /** Part of a change. */
    Removal(Sql sql, String repository, long now) {
        this.sql = sql;
        this.repository = repository;
        this.now = now;
    }

    /** Removes a manifest, and returns the digests of all that are gone. */
    List<String> manifest(String digest, boolean withReferrers) {
        if (!Manifests.exists(sql, repository, digest)) {
            throw Unknown.digest(digest);
        }
        Locks.require(Repositories.attributes(sql, repository).writeEnabled());
        List<String> all = withReferrers ? withReferrers(digest) : List.of(digest);
        Locks.require(all.stream().noneMatch(this::isHeld));
        all.forEach(gone -> Manifests.delete(sql, repository, gone));
        Repositories.touch(sql, repository, now);
        return all;
    }

    /** Not recorded; newer versions of distribution/distribution only untag. */
    List<String> tag(String name) {
        TagEntry tag = Tags.find(sql, repository, name).orElseThrow(() -> Unknown.tag(name));
        Locks.require(Repositories.attributes(sql, repository).writeEnabled());
        Locks.require(!tag.attributes().forbidDelete());
        Tags.delete(sql, repository, name);
        Repositories.touch(sql, repository, now);
        return List.of();
    }

    private List<String> withReferrers(String digest) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(digest));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (found.add(next)) {
                open.addAll(Referrers.of(sql, repository, next));
            }
        }
        return List.copyOf(found);
    }

    /** Its tags would go too, so a lock on one of them holds. */
    private boolean isHeld(String digest) {
        boolean locked = Manifests.resolve(sql, repository, digest)
                .filter(manifest -> manifest.attributes().forbidDelete())
                .isPresent();
        return locked
                || Tags.ofManifest(sql, repository, digest).stream()
                        .anyMatch(tag -> tag.attributes().forbidDelete());
    }
}
