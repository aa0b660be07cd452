// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import java.util.List;
import java.util.Optional;

/** The table of repositories. */
public final class Repositories {
    static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS repository(
                name VARCHAR(255) PRIMARY KEY, created BIGINT NOT NULL, updated BIGINT NOT NULL,
                delete_enabled BOOLEAN NOT NULL, write_enabled BOOLEAN NOT NULL,
                read_enabled BOOLEAN NOT NULL, list_enabled BOOLEAN NOT NULL)""";

    private Repositories() {}

    /** A repository. */
    public static Optional<RepositoryEntry> find(Sql sql, String name) {
        return sql.first(
                row -> new RepositoryEntry(
                        row.getString("name"),
                        row.getLong("created"),
                        row.getLong("updated"),
                        Flags.read(row),
                        row.getLong("manifests"),
                        row.getLong("tags")),
                "SELECT r.*, (SELECT COUNT(*) FROM manifest m WHERE m.repository = r.name) AS manifests,"
                        + " (SELECT COUNT(*) FROM tag t WHERE t.repository = r.name) AS tags"
                        + " FROM repository r WHERE name = ?",
                name);
    }

    /** Whether there is such a repository. */
    public static boolean exists(Sql sql, String name) {
        return sql.exists("SELECT 1 FROM repository WHERE name = ?", name);
    }

    /** Only the attributes of a repository; those of one that does not exist forbid nothing. */
    public static Attributes attributes(Sql sql, String name) {
        return sql.first(Flags::read, "SELECT * FROM repository WHERE name = ?", name)
                .orElse(Attributes.OPEN);
    }

    /** Names of listed repositories after this one. */
    public static List<String> list(Sql sql, String after, int limit) {
        return sql.list(
                row -> row.getString("name"),
                "SELECT name FROM repository WHERE name > ? AND list_enabled ORDER BY name LIMIT ?",
                after,
                limit);
    }

    /** Creates a repository unless there is one, and notes that something in it has changed. */
    public static void touch(Sql sql, String name, long now) {
        if (sql.update("UPDATE repository SET updated = ? WHERE name = ?", now, name) == 0) {
            sql.update("INSERT INTO repository VALUES(?, ?, ?, TRUE, TRUE, TRUE, TRUE)", name, now, now);
        }
    }

    /** Changes the attributes. */
    public static void change(Sql sql, String name, Attributes attributes) {
        sql.update("UPDATE repository SET " + Flags.ASSIGNMENT + " WHERE name = ?", Flags.values(attributes, name));
    }

    /** Removes a repository with all that is in it. */
    public static void delete(Sql sql, String name) {
        for (String table : List.of("tag", "referrer", "manifest", "blob")) {
            sql.update("DELETE FROM " + table + " WHERE repository = ?", name);
        }
        sql.update("DELETE FROM repository WHERE name = ?", name);
    }
}
