// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

/** A repository; times in {@link Ticks}. */
public record RepositoryEntry(
        String name, long created, long updated, Attributes attributes, long manifests, long tags) {}
