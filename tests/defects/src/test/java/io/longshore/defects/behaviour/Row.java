// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.behaviour;

/** What one library does with one call in one situation. */
record Row(String situation, String operation, String way, String outcome) {
    /** The columns that both libraries share. */
    String key() {
        return String.join(" | ", situation, operation, way);
    }
}
