// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param order the order
 * @param after the item after which the part begins; null for the first part
 * @param limit at most this many items
 * @param digest only tags of this manifest; empty for all
 */
public record PageRequest(Order order, @Nullable Position after, int limit, Optional<String> digest) {
    /** The orders that the service knows. */
    public enum Order {
        BY_NAME,
        OLDEST_FIRST,
        NEWEST_FIRST
    }

    /** A place in a list; {@code updated} counts only in the orders by time. */
    public record Position(long updated, String name) {}

    /** The condition on rows after {@link #after}; its parameters are in {@link #parameters}. */
    String condition(String nameColumn) {
        if (after == null) {
            return "TRUE";
        }
        return switch (order) {
            case BY_NAME -> nameColumn + " > ?";
            case OLDEST_FIRST -> "(updated > ? OR updated = ? AND " + nameColumn + " > ?)";
            case NEWEST_FIRST -> "(updated < ? OR updated = ? AND " + nameColumn + " > ?)";
        };
    }

    Object[] parameters() {
        if (after == null) {
            return new Object[0];
        }
        return order == Order.BY_NAME
                ? new Object[] {after.name()}
                : new Object[] {after.updated(), after.updated(), after.name()};
    }

    String ordering(String nameColumn) {
        return switch (order) {
            case BY_NAME -> nameColumn;
            case OLDEST_FIRST -> "updated, " + nameColumn;
            case NEWEST_FIRST -> "updated DESC, " + nameColumn;
        };
    }
}
