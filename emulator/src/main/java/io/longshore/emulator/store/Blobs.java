// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** The table that says which repository has which blob. */
public final class Blobs {
    static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS blob(
                repository VARCHAR(255) NOT NULL, digest VARCHAR(160) NOT NULL, size BIGINT NOT NULL,
                PRIMARY KEY(repository, digest))""";
    static final String BY_DIGEST = "CREATE INDEX IF NOT EXISTS blob_digest ON blob(digest)";

    private Blobs() {}

    /** The size of a blob, if the repository has it. */
    public static OptionalLong size(Sql sql, String repository, String digest) {
        List<Long> found = sql.list(
                row -> row.getLong("size"),
                "SELECT size FROM blob WHERE repository = ? AND digest = ?",
                repository,
                digest);
        return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.get(0));
    }

    /** Those of these blobs that the repository has; one statement, however many. */
    public static List<String> among(Sql sql, String repository, Set<String> digests) {
        return sql.list(
                row -> row.getString("digest"),
                "SELECT b.digest FROM UNNEST(?) AS w(wanted)"
                        + " JOIN blob b ON b.repository = ? AND b.digest = w.wanted",
                digests.toArray(String[]::new),
                repository);
    }

    /** Notes that the repository has this blob. */
    public static void put(Sql sql, String repository, String digest, long size) {
        sql.update(
                "MERGE INTO blob(repository, digest, size) KEY(repository, digest) VALUES(?, ?, ?)",
                repository,
                digest,
                size);
    }

    /** Takes a blob from the repository. */
    public static void delete(Sql sql, String repository, String digest) {
        sql.update("DELETE FROM blob WHERE repository = ? AND digest = ?", repository, digest);
    }

    /** The digests of all blobs that the repository has. */
    public static List<String> all(Sql sql, String repository) {
        return sql.list(row -> row.getString("digest"), "SELECT digest FROM blob WHERE repository = ?", repository);
    }

    /** Whether any repository has this blob. */
    public static boolean anywhere(Sql sql, String digest) {
        return sql.exists("SELECT 1 FROM blob WHERE digest = ? LIMIT 1", digest);
    }
}
