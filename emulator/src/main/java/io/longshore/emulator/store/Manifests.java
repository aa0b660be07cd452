// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.store;

import io.longshore.emulator.store.ManifestEntry.ManifestFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of manifests. */
public final class Manifests {
    static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS manifest(
                repository VARCHAR(255) NOT NULL, digest VARCHAR(160) NOT NULL,
                media_type VARCHAR NOT NULL, size BIGINT NOT NULL, image_size BIGINT NOT NULL,
                architecture VARCHAR, os VARCHAR, config_media_type VARCHAR, children CLOB,
                created BIGINT NOT NULL, updated BIGINT NOT NULL,
                delete_enabled BOOLEAN NOT NULL, write_enabled BOOLEAN NOT NULL,
                read_enabled BOOLEAN NOT NULL, list_enabled BOOLEAN NOT NULL,
                quarantine_state VARCHAR, quarantine_details VARCHAR,
                PRIMARY KEY(repository, digest))""";
    static final String BY_TIME = "CREATE INDEX IF NOT EXISTS manifest_time ON manifest(repository, updated, digest)";
    static final String BY_DIGEST = "CREATE INDEX IF NOT EXISTS manifest_digest ON manifest(digest)";

    private Manifests() {}

    /** A manifest with its tags. */
    public static Optional<ManifestEntry> find(Sql sql, String repository, String digest) {
        return resolve(sql, repository, digest).map(entry -> withTags(sql, repository, entry));
    }

    /** A manifest without its tags; cheaper than {@link #find}, for pulls. */
    public static Optional<ManifestEntry> resolve(Sql sql, String repository, String digest) {
        return sql.first(
                Manifests::read, "SELECT * FROM manifest WHERE repository = ? AND digest = ?", repository, digest);
    }

    /**
     * A manifest to be pulled.
     *
     * @param readEnabled whether repository, manifest and tag all allow it
     */
    public record Pull(ManifestEntry manifest, boolean readEnabled) {}

    /** The manifest of a tag; one statement, so that tag, manifest and locks are of the same moment. */
    public static Optional<Pull> pullByTag(Sql sql, String repository, String tag) {
        return sql.first(
                Manifests::pull,
                "SELECT m.*, t.read_enabled AND m.read_enabled AND r.read_enabled AS readable FROM tag t"
                        + " JOIN manifest m ON m.repository = t.repository AND m.digest = t.digest"
                        + " JOIN repository r ON r.name = t.repository WHERE t.repository = ? AND t.name = ?",
                repository,
                tag);
    }

    /** A manifest by its digest, as by a tag. */
    public static Optional<Pull> pullByDigest(Sql sql, String repository, String digest) {
        return sql.first(
                Manifests::pull,
                "SELECT m.*, m.read_enabled AND r.read_enabled AS readable FROM manifest m"
                        + " JOIN repository r ON r.name = m.repository WHERE m.repository = ? AND m.digest = ?",
                repository,
                digest);
    }

    /** Whether there is such a manifest. */
    public static boolean exists(Sql sql, String repository, String digest) {
        return sql.exists("SELECT 1 FROM manifest WHERE repository = ? AND digest = ?", repository, digest);
    }

    /**
     * What an index tells of a manifest in it.
     *
     * @param architecture null if it has none
     * @param os null if it has none
     */
    public record Child(
            String digest,
            long imageSize,
            @Nullable String architecture,
            @Nullable String os) {}

    /** Those of these manifests that there are; one statement, however many. */
    public static List<Child> children(Sql sql, String repository, Set<String> digests) {
        return sql.list(
                row -> new Child(
                        row.getString("digest"),
                        row.getLong("image_size"),
                        row.getString("architecture"),
                        row.getString("os")),
                // As a join, because for a list H2 would go through the whole repository.
                "SELECT m.digest, m.image_size, m.architecture, m.os FROM UNNEST(?) AS w(wanted)"
                        + " JOIN manifest m ON m.repository = ? AND m.digest = w.wanted",
                digests.toArray(String[]::new),
                repository);
    }

    /** All manifests, sorted by digest, without their tags. */
    public static List<ManifestEntry> all(Sql sql, String repository) {
        return sql.list(Manifests::read, "SELECT * FROM manifest WHERE repository = ? ORDER BY digest", repository);
    }

    /** A part of the listed manifests. */
    public static List<ManifestEntry> page(Sql sql, String repository, PageRequest page) {
        List<Object> parameters = new ArrayList<>(List.of(repository));
        parameters.addAll(List.of(page.parameters()));
        parameters.add(page.limit());
        return sql
                .list(
                        Manifests::read,
                        "SELECT * FROM manifest WHERE repository = ? AND list_enabled AND " + page.condition("digest")
                                + " ORDER BY " + page.ordering("digest") + " LIMIT ?",
                        parameters.toArray())
                .stream()
                .map(entry -> withTags(sql, repository, entry))
                .toList();
    }

    /** Adds a manifest; one that is there already takes on the type that it was pushed with now. */
    public static void put(Sql sql, String repository, String digest, ManifestFacts facts, long now) {
        int known = sql.update(
                "UPDATE manifest SET media_type = ?, image_size = ?, children = ? WHERE repository = ? AND digest = ?",
                facts.mediaType(),
                facts.imageSize(),
                facts.references(),
                repository,
                digest);
        if (known > 0) {
            return;
        }
        sql.update(
                "INSERT INTO manifest VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, TRUE, TRUE, TRUE, TRUE, NULL, NULL)",
                repository,
                digest,
                facts.mediaType(),
                facts.size(),
                facts.imageSize(),
                facts.architecture(),
                facts.os(),
                facts.configMediaType(),
                facts.references(),
                now,
                now);
    }

    /** Changes the attributes, quarantine included. */
    public static void change(Sql sql, String repository, String digest, Attributes attributes) {
        sql.update(
                "UPDATE manifest SET " + Flags.ASSIGNMENT + " WHERE repository = ? AND digest = ?",
                Flags.values(attributes, repository, digest));
        sql.update(
                "UPDATE manifest SET quarantine_state = ?, quarantine_details = ? WHERE repository = ? AND digest = ?",
                attributes.quarantineState(),
                attributes.quarantineDetails(),
                repository,
                digest);
    }

    /** Removes a manifest, its tags, and that it refers to another. */
    public static void delete(Sql sql, String repository, String digest) {
        Referrers.delete(sql, repository, digest);
        sql.update("DELETE FROM tag WHERE repository = ? AND digest = ?", repository, digest);
        sql.update("DELETE FROM manifest WHERE repository = ? AND digest = ?", repository, digest);
    }

    /** Whether any repository has this manifest. */
    public static boolean anywhere(Sql sql, String digest) {
        return sql.exists("SELECT 1 FROM manifest WHERE digest = ? LIMIT 1", digest);
    }

    private static ManifestEntry withTags(Sql sql, String repository, ManifestEntry entry) {
        List<String> tags = sql.list(
                row -> row.getString("name"),
                "SELECT name FROM tag WHERE repository = ? AND digest = ? ORDER BY name",
                repository,
                entry.digest());
        return new ManifestEntry(
                entry.digest(), entry.facts(), entry.created(), entry.updated(), entry.attributes(), tags);
    }

    private static Pull pull(ResultSet row) throws SQLException {
        return new Pull(read(row), row.getBoolean("readable"));
    }

    private static ManifestEntry read(ResultSet row) throws SQLException {
        ManifestFacts facts = new ManifestFacts(
                row.getString("media_type"),
                row.getLong("size"),
                row.getLong("image_size"),
                row.getString("architecture"),
                row.getString("os"),
                row.getString("config_media_type"),
                row.getString("children"));
        return new ManifestEntry(
                row.getString("digest"),
                facts,
                row.getLong("created"),
                row.getLong("updated"),
                Flags.readWithQuarantine(row),
                List.of());
    }
}
