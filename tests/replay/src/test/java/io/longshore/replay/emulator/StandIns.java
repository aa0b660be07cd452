// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.longshore.replay.recording.Content;
import io.longshore.replay.recording.Exchange;
import io.longshore.replay.recording.Recording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table from recorded digests to content that stands for what they named. A stand-in has the recorded media type,
 * platform and size, and the first two digits of the recorded digest, so that lists by digest keep their order.
 */
final class StandIns {
    static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final String OCI_IMAGE = "application/vnd.oci.image.manifest.v1+json";
    private static final String DOCKER_IMAGE = "application/vnd.docker.distribution.manifest.v2+json";
    private static final Content LAYER = Content.of("a layer");

    private final Map<String, StandIn> byRecorded = new TreeMap<>();
    private final Map<String, JsonObject> known;
    private final Set<String> used = new TreeSet<>();

    StandIns(List<Recording> recordings) {
        this.known = Known.in(recordings).manifests();
        List<Exchange> exchanges = recordings.stream()
                .flatMap(recording -> recording.exchanges().stream())
                .toList();
        Set<String> contents = contents(exchanges);
        exchanges.forEach(exchange -> addRecorded(exchange, contents));
        known.values().stream().filter(manifest -> manifest.has("references")).forEach(this::completeSizes);
        known.keySet().forEach(this::get);
    }

    /** No recording tells the sizes of some children: the first such one makes the index's come out right. */
    private void completeSizes(JsonObject index) {
        long rest = size(index) - children(index).mapToLong(StandIns::size).sum();
        children(index)
                .filter(child -> rest > 0 && !child.has("imageSize"))
                .findFirst()
                .ifPresent(child -> child.addProperty("imageSize", rest));
    }

    /** The table: by recorded digest. */
    Map<String, StandIn> table() {
        return Collections.unmodifiableMap(byRecorded);
    }

    /** Recorded digests that were met in a request or an answer so far. */
    Set<String> used() {
        return Collections.unmodifiableSet(used);
    }

    StandIn get(String recorded) {
        StandIn found = byRecorded.get(recorded);
        if (found == null) {
            JsonObject manifest = known.get(recorded);
            found = manifest.has("references") ? index(manifest) : image(manifest);
            byRecorded.put(recorded, found);
        }
        return found;
    }

    /** A manifest that no recording names and that comes after all others by digest. */
    static StandIn last() {
        JsonObject manifest = new JsonObject();
        manifest.addProperty("digest", "sha256:ff");
        return image(manifest);
    }

    String toStandIns(String text) {
        String result = text;
        for (Map.Entry<String, StandIn> entry : byRecorded.entrySet()) {
            result = replaced(result, entry.getKey(), entry.getValue().digest(), entry.getKey());
        }
        return result;
    }

    String toRecorded(String text) {
        String result = text;
        for (Map.Entry<String, StandIn> entry : byRecorded.entrySet()) {
            result = replaced(result, entry.getValue().digest(), entry.getKey(), entry.getKey());
        }
        return result;
    }

    private String replaced(String text, String from, String to, String recorded) {
        String result = text.replace(hex(from), hex(to));
        if (!result.equals(text)) {
            used.add(recorded);
        }
        return result;
    }

    private static String hex(String digest) {
        return digest.substring(digest.indexOf(':') + 1);
    }

    /** A manifest that is in the recordings, but not the blobs it refers to: their stand-ins change its digest. */
    private void addRecorded(Exchange exchange, Set<String> contents) {
        boolean isManifest = exchange.asked().path().contains("/manifests/");
        Stream.of(exchange.asked().body(), exchange.answered().body())
                .flatMap(Optional::stream)
                .filter(body -> isManifest && !contents.containsAll(digests(body.text())))
                .filter(body -> body.text().contains("\"layers\"") && !byRecorded.containsKey(body.digest()))
                .forEach(body -> byRecorded.put(body.digest(), recorded(exchange, body)));
    }

    private StandIn recorded(Exchange exchange, Content manifest) {
        String text = manifest.text();
        List<Content> blobs = new ArrayList<>();
        for (String digest : digests(text)) {
            Content blob = Content.of("stands for " + digest);
            byRecorded.put(digest, StandIn.blob(blob));
            blobs.add(blob);
            text = text.replace(digest, blob.digest());
        }
        String type = exchange.asked()
                .headers()
                .get("Content-Type")
                .or(() -> exchange.answered().header("Content-Type"))
                .orElseThrow();
        return new StandIn(Content.of(text), type, blobs, List.of());
    }

    /** Digests of what is in the recordings. */
    static Set<String> contents(List<Exchange> exchanges) {
        return exchanges.stream()
                .flatMap(exchange ->
                        Stream.of(exchange.asked().body(), exchange.answered().body()))
                .flatMap(Optional::stream)
                .map(Content::digest)
                .collect(Collectors.toSet());
    }

    static Set<String> digests(String text) {
        return DIGEST.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static StandIn image(JsonObject known) {
        String type = text(known, "mediaType", OCI_IMAGE);
        JsonObject manifest = start(type);
        List<Content> blobs = new ArrayList<>();
        if (type.equals(OCI_IMAGE) || type.equals(DOCKER_IMAGE)) {
            JsonObject platform = platform(known);
            Content config = Content.of(platform.toString());
            String configType = type.equals(OCI_IMAGE)
                    ? "application/vnd.oci.image.config.v1+json"
                    : "application/vnd.docker.container.image.v1+json";
            JsonArray layers = new JsonArray();
            layers.add(descriptor("application/vnd.oci.image.layer.v1.tar", LAYER.digest(), size(known)));
            manifest.add("config", descriptor(configType, config.digest(), config.length()));
            manifest.add("layers", layers);
            blobs.addAll(List.of(config, LAYER));
        }
        return new StandIn(likeRecorded(manifest, known), type, blobs, List.of());
    }

    private StandIn index(JsonObject index) {
        JsonArray descriptors = new JsonArray();
        List<String> children = new ArrayList<>();
        for (JsonObject child : children(index).toList()) {
            String digest = child.get("digest").getAsString();
            StandIn standIn = get(digest);
            JsonObject descriptor = descriptor(
                    standIn.mediaType(), standIn.digest(), standIn.content().length());
            descriptor.add("platform", platform(child));
            descriptors.add(descriptor);
            children.add(digest);
        }
        String type = text(index, "mediaType", "");
        JsonObject manifest = start(type);
        manifest.add("manifests", descriptors);
        return new StandIn(likeRecorded(manifest, index), type, List.of(), children);
    }

    private Stream<JsonObject> children(JsonObject index) {
        return index.getAsJsonArray("references").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(reference -> known.get(reference.get("digest").getAsString()));
    }

    /** Varies an annotation until the digest begins as the recorded one. */
    private static Content likeRecorded(JsonObject manifest, JsonObject known) {
        String start = known.get("digest").getAsString().substring(0, "sha256:".length() + 2);
        for (int i = 0; ; i++) {
            JsonObject annotations = new JsonObject();
            annotations.addProperty("number", String.valueOf(i));
            annotations.addProperty("stands-for", known.get("digest").getAsString());
            manifest.add("annotations", annotations);
            Content content = Content.of(manifest.toString());
            if (content.digest().startsWith(start)) {
                return content;
            }
        }
    }

    private static JsonObject start(String type) {
        JsonObject manifest = new JsonObject();
        manifest.addProperty("schemaVersion", 2);
        manifest.addProperty("mediaType", type);
        return manifest;
    }

    private static JsonObject platform(JsonObject known) {
        JsonObject platform = new JsonObject();
        platform.addProperty("architecture", text(known, "architecture", "amd64"));
        platform.addProperty("os", text(known, "os", "linux"));
        return platform;
    }

    private static JsonObject descriptor(String type, String digest, long size) {
        JsonObject descriptor = new JsonObject();
        descriptor.addProperty("mediaType", type);
        descriptor.addProperty("digest", digest);
        descriptor.addProperty("size", size);
        return descriptor;
    }

    private static long size(JsonObject known) {
        return known.has("imageSize") ? known.get("imageSize").getAsLong() : 0;
    }

    private static String text(JsonObject json, String member, String otherwise) {
        return json.has(member) ? json.get(member).getAsString() : otherwise;
    }
}
