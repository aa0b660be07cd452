// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The columns of {@link Attributes}. */
final class Flags {
    static final String ASSIGNMENT = "delete_enabled = ?, write_enabled = ?, read_enabled = ?, list_enabled = ?";

    private Flags() {}

    static Attributes read(ResultSet row) throws SQLException {
        return new Attributes(
                row.getBoolean("delete_enabled"),
                row.getBoolean("write_enabled"),
                row.getBoolean("read_enabled"),
                row.getBoolean("list_enabled"),
                null,
                null);
    }

    static Attributes readWithQuarantine(ResultSet row) throws SQLException {
        Attributes flags = read(row);
        return new Attributes(
                flags.deleteEnabled(),
                flags.writeEnabled(),
                flags.readEnabled(),
                flags.listEnabled(),
                row.getString("quarantine_state"),
                row.getString("quarantine_details"));
    }

    /** The values for {@link #ASSIGNMENT}, then these. */
    static Object[] values(Attributes attributes, Object... more) {
        List<Object> values = new ArrayList<>(List.of(
                attributes.deleteEnabled(),
                attributes.writeEnabled(),
                attributes.readEnabled(),
                attributes.listEnabled()));
        values.addAll(List.of(more));
        return values.toArray();
    }
}
