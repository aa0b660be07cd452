// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table that says which manifest refers to which. */
public final class Referrers {
    static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS referrer(
                repository VARCHAR(255) NOT NULL, digest VARCHAR(160) NOT NULL, subject VARCHAR NOT NULL,
                artifact_type VARCHAR, annotations CLOB,
                PRIMARY KEY(repository, digest))""";
    static final String BY_SUBJECT =
            "CREATE INDEX IF NOT EXISTS referrer_subject ON referrer(repository, subject, digest)";

    private Referrers() {}

    /** A manifest that refers to another. */
    public record Entry(String digest, String mediaType, long size, Referral referral) {}

    /** Which ones: those of a subject, of all types or of one. */
    public record Wanted(String repository, String subject, Optional<String> artifactType) {}

    /** Notes what a manifest refers to; nothing if it refers to none. */
    public static void put(Sql sql, String repository, String digest, Optional<Referral> referral) {
        delete(sql, repository, digest);
        referral.ifPresent(found -> sql.update(
                "INSERT INTO referrer VALUES(?, ?, ?, ?, ?)",
                repository,
                digest,
                found.subject(),
                found.artifactType(),
                found.annotations()));
    }

    /** Forgets what a manifest refers to. */
    static void delete(Sql sql, String repository, String digest) {
        sql.update("DELETE FROM referrer WHERE repository = ? AND digest = ?", repository, digest);
    }

    /** The digests of all manifests that refer to this one, listed or not. */
    public static List<String> of(Sql sql, String repository, String subject) {
        return sql.list(
                row -> row.getString("digest"),
                "SELECT digest FROM referrer WHERE repository = ? AND subject = ? ORDER BY digest",
                repository,
                subject);
    }

    /** A part of the listed ones, in the order of their digests; the first part comes after the empty text. */
    public static List<Entry> page(Sql sql, Wanted wanted, String after, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(wanted.repository(), wanted.subject(), after));
        wanted.artifactType().ifPresent(parameters::add);
        parameters.add(limit);
        return sql.list(
                Referrers::read,
                "SELECT r.*, m.media_type, m.size FROM referrer r"
                        + " JOIN manifest m ON m.repository = r.repository AND m.digest = r.digest"
                        + " WHERE r.repository = ? AND r.subject = ? AND m.list_enabled AND r.digest > ?"
                        + (wanted.artifactType().isPresent() ? " AND r.artifact_type = ?" : "")
                        + " ORDER BY r.digest LIMIT ?",
                parameters.toArray());
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("digest"),
                row.getString("media_type"),
                row.getLong("size"),
                new Referral(row.getString("subject"), row.getString("artifact_type"), row.getString("annotations")));
    }
}
