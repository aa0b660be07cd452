// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.manifests;

import io.longshore.emulator.http.PathPattern;
import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.http.RegistryError;
import io.longshore.emulator.http.Reply;
import io.longshore.emulator.http.Request;
import io.longshore.emulator.http.Route;
import io.longshore.emulator.properties.Locks;
import io.longshore.emulator.store.ManifestEntry;
import io.longshore.emulator.store.Manifests;
import io.longshore.emulator.store.Sql;
import io.longshore.emulator.store.Store;
import io.longshore.emulator.store.Ticks;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Answers for manifests under {@code /v2}. */
public final class ManifestRoom {
    private static final int LARGEST_MANIFEST = 4 * 1024 * 1024;

    private static final int ATTEMPTS = 5;

    private final Store store;
    private final Clock clock;
    private final Publisher publisher;
    private final boolean referrers;

    /** Works on this store; says that it knows of referrers, and removes them with their subject, only if it is to. */
    public ManifestRoom(Store store, Clock clock, Publisher publisher, boolean referrers) {
        this.store = store;
        this.clock = clock;
        this.publisher = publisher;
        this.referrers = referrers;
    }

    /** The routes of this room. */
    public List<Route> routes() {
        String path = "/v2/{name}/manifests/{reference}";
        return List.of(
                Route.on("GET", path, this::get, "pull"),
                Route.on("HEAD", path, this::get, "pull"),
                Route.on("PUT", path, this::put, "pull", "push"),
                Route.on("PUT", "/v2/{name}/manifests/{misspelt}", ManifestRoom::refuse, "pull", "push"),
                Route.on("DELETE", path, this::delete, "delete"));
    }

    /** Between the look-up and the reading of the file, what was found may be deleted, and its tag point elsewhere. */
    private Reply get(Request request) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Reply> reply = pull(request);
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        throw Unknown.reference(request.variable("reference"));
    }

    /** Empty if the file has gone since the look-up. */
    private Optional<Reply> pull(Request request) {
        Accept accept = Accept.of(request.headers());
        ManifestEntry stored = store.database().read(sql -> resolve(sql, request));
        Optional<ManifestEntry> negotiated = negotiate(request, accept, stored);
        if (negotiated.isEmpty()) {
            return Optional.empty();
        }
        ManifestEntry chosen = negotiated.get();
        String tag = "\"" + chosen.digest() + "\"";
        Optional<Reply> reply = request.headers().all("if-none-match").contains(tag)
                ? Optional.of(Reply.empty(304))
                : store.manifests()
                        .read(chosen.digest())
                        .map(bytes -> Reply.bytes(200, chosen.facts().mediaType(), bytes));
        return reply.map(
                found -> found.with("Docker-Content-Digest", chosen.digest()).with("ETag", tag));
    }

    private static ManifestEntry resolve(Sql sql, Request request) {
        String reference = request.variable("reference");
        Manifests.Pull pull = (PathPattern.isDigest(reference)
                        ? Manifests.pullByDigest(sql, request.repository(), reference)
                        : Manifests.pullByTag(sql, request.repository(), reference))
                .orElseThrow(() -> Unknown.reference(reference));
        Locks.require(pull.readEnabled());
        return pull.manifest();
    }

    private Optional<ManifestEntry> negotiate(Request request, Accept accept, ManifestEntry stored) {
        String type = stored.facts().mediaType();
        if (accept.reads(type)) {
            return Optional.of(stored);
        }
        switch (type) {
            case MediaTypes.OCI_MANIFEST -> throw unsupported("OCI manifest", "OCI manifests");
            case MediaTypes.OCI_INDEX -> throw unsupported("OCI index", "OCI indexes");
            case MediaTypes.OCI_ARTIFACT -> throw unsupported("OCI artifact", "OCI artifacts");
            default -> {
                // What is asked for by digest is never replaced: the answer would not match the digest.
                return PathPattern.isDigest(request.variable("reference"))
                        ? Optional.of(stored)
                        : dockerAlternative(request, accept, stored);
            }
        }
    }

    private Optional<ManifestEntry> dockerAlternative(Request request, Accept accept, ManifestEntry stored) {
        if (!stored.facts().mediaType().equals(MediaTypes.DOCKER_LIST) || !accept.reads(MediaTypes.DOCKER_MANIFEST)) {
            // The service would convert to the signed schema 1 here, which this emulator does not.
            throw new Refusal(RegistryError.MANIFEST_UNKNOWN.replySaying(
                    "manifest found, but the emulator does not convert it to schema 1 as the accept header demands",
                    null));
        }
        return store.manifests()
                .read(stored.digest())
                .map(bytes -> platform(request, ManifestContent.read(bytes, MediaTypes.DOCKER_LIST)));
    }

    private ManifestEntry platform(Request request, ManifestContent list) {
        String child = list.children().stream()
                .filter(found -> "amd64".equals(found.architecture()) && "linux".equals(found.os()))
                .map(ManifestContent.Descriptor::digest)
                .findFirst()
                .orElseThrow(() -> new Refusal(RegistryError.MANIFEST_UNKNOWN.reply()));
        return store.database()
                .read(sql ->
                        Manifests.resolve(sql, request.repository(), child).orElseThrow(() -> Unknown.digest(child)));
    }

    private Reply put(Request request) throws IOException {
        byte[] bytes = request.body().readNBytes(LARGEST_MANIFEST + 1);
        if (bytes.length > LARGEST_MANIFEST) {
            throw new Refusal(RegistryError.MANIFEST_INVALID.replyAs(
                    413, "the manifest has more than " + LARGEST_MANIFEST + " bytes"));
        }
        String type = request.headers().first("content-type").orElse("").split(";", 2)[0];
        Publisher.Published published = publisher.publish(
                request.repository(), request.variable("reference"), type.trim().toLowerCase(Locale.ROOT), bytes);
        Reply reply = Reply.empty(201)
                .with("Docker-Content-Digest", published.digest())
                .with("Location", "/v2/" + request.repository() + "/manifests/" + published.digest());
        return published
                .subject()
                .filter(subject -> referrers)
                .map(subject -> reply.with("OCI-Subject", subject))
                .orElse(reply);
    }

    /** Where other methods find nothing, OCI's specification wants a push to be told what is wrong. */
    private static Reply refuse(Request request) {
        return RegistryError.DIGEST_INVALID.reply("digest parsing failed");
    }

    private Reply delete(Request request) {
        String reference = request.variable("reference");
        long now = Ticks.of(clock.instant());
        store.sweepManifests(store.database().change(sql -> {
            Removal removal = new Removal(sql, request.repository(), now);
            return PathPattern.isDigest(reference) ? removal.manifest(reference, referrers) : removal.tag(reference);
        }));
        return Reply.empty(202);
    }

    private static Refusal unsupported(String what, String whats) {
        return new Refusal(RegistryError.MANIFEST_UNKNOWN.replySaying(
                what + " found, but accept header does not support " + whats, null));
    }
}
