// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of tags. */
public final class Tags {
    static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS tag(
                repository VARCHAR(255) NOT NULL, name VARCHAR(128) NOT NULL, digest VARCHAR(160) NOT NULL,
                created BIGINT NOT NULL, updated BIGINT NOT NULL,
                delete_enabled BOOLEAN NOT NULL, write_enabled BOOLEAN NOT NULL,
                read_enabled BOOLEAN NOT NULL, list_enabled BOOLEAN NOT NULL,
                PRIMARY KEY(repository, name))""";
    static final String BY_TIME = "CREATE INDEX IF NOT EXISTS tag_time ON tag(repository, updated, name)";
    static final String BY_DIGEST = "CREATE INDEX IF NOT EXISTS tag_digest ON tag(repository, digest)";

    private static final String SELECT =
            "SELECT t.*, m.quarantine_state, CAST(NULL AS VARCHAR) AS quarantine_details FROM tag t"
                    + " LEFT JOIN manifest m ON m.repository = t.repository AND m.digest = t.digest"
                    + " WHERE t.repository = ?";

    private Tags() {}

    /** A tag. */
    public static Optional<TagEntry> find(Sql sql, String repository, String name) {
        return sql.first(Tags::read, SELECT + " AND t.name = ?", repository, name);
    }

    /** The digest of a tag and what may be done with it; cheaper than {@link #find}, for pulls. */
    public static Optional<TagEntry> resolve(Sql sql, String repository, String name) {
        return sql.first(
                row -> new TagEntry(row.getString("name"), row.getString("digest"), 0, 0, Flags.read(row)),
                "SELECT * FROM tag WHERE repository = ? AND name = ?",
                repository,
                name);
    }

    /** The tags of a manifest. */
    public static List<TagEntry> ofManifest(Sql sql, String repository, String digest) {
        return sql.list(Tags::read, SELECT + " AND t.digest = ? ORDER BY t.name", repository, digest);
    }

    /** All tags. */
    public static List<TagEntry> all(Sql sql, String repository) {
        return sql.list(Tags::read, SELECT + " ORDER BY t.name", repository);
    }

    /** A part of the listed tags. */
    public static List<TagEntry> page(Sql sql, String repository, PageRequest page) {
        List<Object> parameters = new ArrayList<>(List.of(repository));
        String filter = "";
        if (page.digest().isPresent()) {
            filter = " AND t.digest = ?";
            parameters.add(page.digest().get());
        }
        parameters.addAll(List.of(page.parameters()));
        parameters.add(page.limit());
        String condition = page.condition("t.name").replace("updated", "t.updated");
        String ordering = page.ordering("t.name").replace("updated", "t.updated");
        return sql.list(
                Tags::read,
                SELECT + filter + " AND t.list_enabled AND " + condition + " ORDER BY " + ordering + " LIMIT ?",
                parameters.toArray());
    }

    /** Points a tag at a manifest. */
    public static void put(Sql sql, String repository, String name, String digest, long now) {
        int changed = sql.update(
                "UPDATE tag SET digest = ?, updated = ? WHERE repository = ? AND name = ?",
                digest,
                now,
                repository,
                name);
        if (changed == 0) {
            sql.update(
                    "INSERT INTO tag VALUES(?, ?, ?, ?, ?, TRUE, TRUE, TRUE, TRUE)",
                    repository,
                    name,
                    digest,
                    now,
                    now);
        }
    }

    /** Changes the attributes. */
    public static void change(Sql sql, String repository, String name, Attributes attributes) {
        sql.update(
                "UPDATE tag SET " + Flags.ASSIGNMENT + " WHERE repository = ? AND name = ?",
                Flags.values(attributes, repository, name));
    }

    /** Removes a tag. */
    public static void delete(Sql sql, String repository, String name) {
        sql.update("DELETE FROM tag WHERE repository = ? AND name = ?", repository, name);
    }

    private static TagEntry read(ResultSet row) throws SQLException {
        return new TagEntry(
                row.getString("name"),
                row.getString("digest"),
                row.getLong("created"),
                row.getLong("updated"),
                Flags.readWithQuarantine(row));
    }
}
