// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A manifest without its bytes; times in {@link Ticks}; tags in the order of their names. */
public record ManifestEntry(
        String digest, ManifestFacts facts, long created, long updated, Attributes attributes, List<String> tags) {
    /** Copies the tags. */
    public ManifestEntry {
        tags = List.copyOf(tags);
    }

    /**
     * What can be read from a manifest when it is pushed.
     *
     * @param references JSON as text: the children of an index
     */
    public record ManifestFacts(
            String mediaType,
            long size,
            long imageSize,
            @Nullable String architecture,
            @Nullable String os,
            @Nullable String configMediaType,
            @Nullable String references) {}
}
