// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.longshore.emulator.http.PathPattern;
import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.manifests.Publisher;
import io.longshore.emulator.store.Blobs;
import io.longshore.emulator.store.Digests;
import io.longshore.emulator.store.ManifestEntry;
import io.longshore.emulator.store.Manifests;
import io.longshore.emulator.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Puts content into an emulator directly: no HTTP, no tokens, nothing in the request log. What is made here depends
 * only on the names given, so digests are the same in every run. Thread-safe.
 */
public final class Seeding {
    private static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";

    private static final String EMPTY = "application/vnd.oci.empty.v1+json";

    private final Store store;
    private final Publisher publisher;

    Seeding(Store store, Publisher publisher) {
        this.store = store;
        this.publisher = publisher;
    }

    /**
     * Adds a blob and returns its sha256 digest.
     *
     * @param repository the repository's name
     * @param content the bytes
     * @return the digest
     */
    public String blob(String repository, byte[] content) {
        requireName(repository);
        String digest = Digests.sha256(content);
        Path file = store.newFile(content);
        try {
            store.database().change(sql -> {
                store.blobs().adopt(file, digest);
                Blobs.put(sql, repository, digest, content.length);
                return digest;
            });
        } finally {
            store.discard(file);
        }
        return digest;
    }

    /**
     * Adds a manifest, byte for byte, under a tag or its digest, and returns its digest.
     *
     * @param repository the repository's name
     * @param reference a tag, or the digest of the content
     * @param mediaType the media type to store it under
     * @param content the bytes
     * @return the digest
     * @throws IllegalArgumentException if a push of it would be refused, for example because blobs are missing
     */
    public String manifest(String repository, String reference, String mediaType, byte[] content) {
        requireName(repository);
        try {
            return publisher.publish(repository, reference, mediaType, content).digest();
        } catch (Refusal e) {
            throw new IllegalArgumentException("a registry refuses this manifest: " + e.explanation(), e);
        }
    }

    /**
     * Adds an OCI image for linux/amd64 with one layer, made from the names, and returns the manifest's digest.
     *
     * @param repository the repository's name
     * @param tag the tag
     * @return the digest
     */
    public String image(String repository, String tag) {
        return image(repository, tag, "amd64", "linux");
    }

    /**
     * Adds an OCI image with one layer for a platform, made from the names, and returns the manifest's digest.
     *
     * @param repository the repository's name
     * @param tag the tag
     * @param architecture such as {@code amd64}
     * @param os such as {@code linux}
     * @return the digest
     */
    public String image(String repository, String tag, String architecture, String os) {
        return manifest(repository, tag, OCI_MANIFEST, imageManifest(repository, tag, os, architecture));
    }

    /**
     * Adds an OCI index with an image for each platform and returns the index's digest; the images have no tags.
     *
     * @param platforms such as {@code linux/amd64}
     * @param repository the repository's name
     * @param tag the tag
     * @return the digest
     */
    public String index(String repository, String tag, String... platforms) {
        JsonArray manifests = new JsonArray();
        for (String name : platforms) {
            String[] parts = name.split("/", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("a platform is written os/architecture, not " + name);
            }
            manifests.add(child(repository, tag, parts[0], parts[1]));
        }
        JsonObject index = start(OCI_INDEX);
        index.add("manifests", manifests);
        return manifest(repository, tag, OCI_INDEX, bytes(index.toString()));
    }

    /**
     * Adds an artifact without content that refers to a manifest, untagged, and returns its digest.
     *
     * @param repository the repository's name
     * @param subject the digest of the manifest to refer to, which need not exist
     * @param artifactType what the artifact is, such as {@code application/vnd.example.sbom}
     * @return the digest
     */
    public String referrer(String repository, String subject, String artifactType) {
        requireName(repository);
        JsonObject manifest = start(OCI_MANIFEST);
        manifest.addProperty("artifactType", artifactType);
        manifest.add("config", descriptor(repository, EMPTY, "{}"));
        manifest.add("layers", new JsonArray());
        manifest.add("subject", known(repository, subject));
        byte[] content = bytes(manifest.toString());
        return manifest(repository, Digests.sha256(content), OCI_MANIFEST, content);
    }

    /**
     * Adds many repositories, {@code <prefix>0000} and so on, with one small image tagged {@code latest} each.
     *
     * @param prefix how the names start
     * @param count how many, not negative
     * @return the names
     */
    public List<String> repositories(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    String name = String.format(Locale.ROOT, "%s%04d", prefix, i);
                    image(name, "latest");
                    return name;
                })
                .toList();
    }

    /**
     * Adds one image with many tags, {@code <prefix>0000} and so on.
     *
     * @param repository the repository's name
     * @param prefix how the names start
     * @param count how many, not negative
     * @return the tags
     */
    public List<String> tags(String repository, String prefix, int count) {
        byte[] manifest = untagged(repository);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    String tag = String.format(Locale.ROOT, "%s%04d", prefix, i);
                    manifest(repository, tag, OCI_MANIFEST, manifest);
                    return tag;
                })
                .toList();
    }

    private JsonObject known(String repository, String digest) {
        return store.database()
                .read(sql -> Manifests.resolve(sql, repository, digest))
                .map(ManifestEntry::facts)
                .map(facts -> descriptor(facts.mediaType(), digest, facts.size()))
                .orElseGet(() -> descriptor(OCI_MANIFEST, digest, 0));
    }

    private byte[] untagged(String repository) {
        JsonObject manifest = start(OCI_MANIFEST);
        manifest.add("config", descriptor(repository, EMPTY, "{}"));
        manifest.add("layers", new JsonArray());
        return bytes(manifest.toString());
    }

    private byte[] imageManifest(String repository, String tag, String os, String architecture) {
        String subject = repository + ":" + tag + " for " + os + "/" + architecture;
        JsonObject config = platform(os, architecture);
        config.addProperty("author", subject);
        JsonArray layers = new JsonArray();
        layers.add(descriptor(repository, "application/vnd.oci.image.layer.v1.tar", "layer of " + subject));
        JsonObject manifest = start(OCI_MANIFEST);
        manifest.add("config", descriptor(repository, "application/vnd.oci.image.config.v1+json", config.toString()));
        manifest.add("layers", layers);
        return bytes(manifest.toString());
    }

    private JsonObject child(String repository, String tag, String os, String architecture) {
        byte[] content = imageManifest(repository, tag, os, architecture);
        String digest = manifest(repository, Digests.sha256(content), OCI_MANIFEST, content);
        JsonObject child = descriptor(OCI_MANIFEST, digest, content.length);
        child.add("platform", platform(os, architecture));
        return child;
    }

    private static JsonObject platform(String os, String architecture) {
        JsonObject platform = new JsonObject();
        platform.addProperty("architecture", architecture);
        platform.addProperty("os", os);
        return platform;
    }

    private JsonObject descriptor(String repository, String mediaType, String content) {
        byte[] bytes = bytes(content);
        return descriptor(mediaType, blob(repository, bytes), bytes.length);
    }

    private static JsonObject descriptor(String mediaType, String digest, long size) {
        JsonObject descriptor = new JsonObject();
        descriptor.addProperty("mediaType", mediaType);
        descriptor.addProperty("digest", digest);
        descriptor.addProperty("size", size);
        return descriptor;
    }

    private static JsonObject start(String mediaType) {
        JsonObject manifest = new JsonObject();
        manifest.addProperty("schemaVersion", 2);
        manifest.addProperty("mediaType", mediaType);
        return manifest;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void requireName(String repository) {
        if (!PathPattern.isName(repository)) {
            throw new IllegalArgumentException("not a repository name: " + repository);
        }
    }
}
