// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.manifests;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.longshore.emulator.http.PathPattern;
import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.http.RegistryError;
import io.longshore.emulator.http.StrictJson;
import io.longshore.emulator.manifests.ManifestContent.Descriptor;
import io.longshore.emulator.properties.Locks;
import io.longshore.emulator.store.Blobs;
import io.longshore.emulator.store.Digests;
import io.longshore.emulator.store.ManifestEntry.ManifestFacts;
import io.longshore.emulator.store.Manifests;
import io.longshore.emulator.store.Referral;
import io.longshore.emulator.store.Referrers;
import io.longshore.emulator.store.Repositories;
import io.longshore.emulator.store.Sql;
import io.longshore.emulator.store.Store;
import io.longshore.emulator.store.Tags;
import io.longshore.emulator.store.Ticks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes in manifests: checks them, works out their properties, and stores them. */
public final class Publisher {
    private static final int LARGEST_CONFIG = 8 * 1024 * 1024;

    private final Store store;
    private final Clock clock;

    /** Works on this store. */
    public Publisher(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A manifest that was stored, and the digest of the one that it refers to, if it does. */
    public record Published(String digest, Optional<String> subject) {}

    /**
     * Stores a manifest under a tag or its digest.
     *
     * @param contentType what it was pushed as; empty if the manifest itself says so
     */
    public Published publish(String repository, String reference, String contentType, byte[] bytes) {
        ManifestContent content = ManifestContent.read(bytes, contentType);
        boolean byDigest = PathPattern.isDigest(reference);
        if (byDigest && !Digests.matches(reference, bytes)) {
            throw new Refusal(RegistryError.DIGEST_INVALID.reply());
        }
        String digest = byDigest ? reference : Digests.sha256(bytes);
        // Read here, because everybody who changes something waits for the change below.
        Optional<JsonObject> platform = platform(content);
        Path file = store.newFile(bytes);
        try {
            store.database().change(sql -> {
                requireUnlocked(sql, repository, byDigest ? Optional.empty() : Optional.of(reference));
                requireSameTypeIfLocked(sql, repository, digest, content.mediaType());
                Children children = Children.of(sql, repository, content.children());
                requireContents(sql, repository, content, children);
                // Again if its configuration may have arrived only meanwhile.
                ManifestFacts facts = facts(content, children, bytes.length, platform.or(() -> platform(content)));
                store.manifests().adopt(file, digest);
                long now = Ticks.of(clock.instant());
                Repositories.touch(sql, repository, now);
                Manifests.put(sql, repository, digest, facts, now);
                Referrers.put(sql, repository, digest, content.referral());
                if (!byDigest) {
                    Tags.put(sql, repository, reference, digest, now);
                }
                return digest;
            });
        } finally {
            store.discard(file);
        }
        return new Published(digest, content.referral().map(Referral::subject));
    }

    private static void requireUnlocked(Sql sql, String repository, Optional<String> tag) {
        Locks.require(Repositories.attributes(sql, repository).writeEnabled());
        tag.flatMap(name -> Tags.resolve(sql, repository, name))
                .ifPresent(existing -> Locks.require(existing.attributes().writeEnabled()));
    }

    /** Of a manifest that is there already, only its type can change, and with the type whether it has a subject. */
    private static void requireSameTypeIfLocked(Sql sql, String repository, String digest, String mediaType) {
        Manifests.resolve(sql, repository, digest)
                .ifPresent(existing -> Locks.require(existing.attributes().writeEnabled()
                        || existing.facts().mediaType().equals(mediaType)));
    }

    private static void requireContents(Sql sql, String repository, ManifestContent content, Children children) {
        Set<String> blobs = Stream.concat(content.config().stream(), content.layers().stream())
                .filter(blob -> !MediaTypes.isForeign(blob.mediaType()))
                .map(Descriptor::digest)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> missing = new LinkedHashSet<>(blobs);
        Blobs.among(sql, repository, blobs).forEach(missing::remove);
        missing.addAll(children.missing());
        if (!missing.isEmpty()) {
            throw new Refusal(RegistryError.MANIFEST_BLOB_UNKNOWN.replyForEach(List.copyOf(missing)));
        }
    }

    private static ManifestFacts facts(
            ManifestContent content, Children children, long size, Optional<JsonObject> config) {
        return new ManifestFacts(
                content.mediaType(),
                size,
                content.isIndex() ? children.imageSize() : imageSize(content),
                config.flatMap(found -> ManifestContent.text(found, "architecture"))
                        .orElse(null),
                config.flatMap(found -> ManifestContent.text(found, "os")).orElse(null),
                content.config()
                        .map(Descriptor::mediaType)
                        .filter(type -> !type.isEmpty())
                        .orElse(null),
                content.isIndex() ? children.references().toString() : null);
    }

    /** Declared sizes of the layers of an image; an artifact was recorded with 0. */
    private static long imageSize(ManifestContent content) {
        return MediaTypes.isArtifact(content.mediaType())
                ? 0
                : ManifestContent.sum(content.layers().stream().mapToLong(Descriptor::size));
    }

    /** The configuration that tells an image's platform. Its digest is only what the caller says. */
    private Optional<JsonObject> platform(ManifestContent content) {
        return content.config()
                .filter(config -> MediaTypes.isImageConfig(config.mediaType()) && Digests.isSupported(config.digest()))
                .flatMap(this::config);
    }

    private Optional<JsonObject> config(Descriptor descriptor) {
        OptionalLong size = store.blobs().size(descriptor.digest());
        if (size.isEmpty() || size.getAsLong() > LARGEST_CONFIG) {
            return Optional.empty();
        }
        // A configuration that is no JSON has no platform; the service takes such images as well.
        return store.blobs()
                .read(descriptor.digest())
                .flatMap(StrictJson::parse)
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject);
    }
}
