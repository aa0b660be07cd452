// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

/** A tag; times in {@link Ticks}; the quarantine state is that of its manifest. */
public record TagEntry(String name, String digest, long created, long updated, Attributes attributes) {}
