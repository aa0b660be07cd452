// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.longshore.replay.recording.Answered;
import io.longshore.replay.recording.Exchange;
import io.longshore.replay.recording.Recording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the recordings tell of manifests and tags, collected from all answers. */
final class Known {
    private static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";

    /** By digest: members as in the service's answers; an index has its references if any answer told them. */
    private final Map<String, JsonObject> manifests = new TreeMap<>();

    private final List<JsonObject> tags = new ArrayList<>();

    private Known() {}

    static Known in(List<Recording> recordings) {
        Known known = new Known();
        recordings.forEach(recording -> recording.exchanges().forEach(known::read));
        return known;
    }

    static Known within(List<Exchange> exchanges) {
        Known known = new Known();
        exchanges.forEach(known::read);
        return known;
    }

    Map<String, JsonObject> manifests() {
        return Collections.unmodifiableMap(manifests);
    }

    List<JsonObject> tags() {
        return Collections.unmodifiableList(tags);
    }

    /** Tags of a manifest of which nothing but the name is known. */
    String[] bareTags(JsonObject manifest) {
        Set<String> described =
                tags.stream().map(tag -> tag.get("name").getAsString()).collect(Collectors.toSet());
        JsonArray names = manifest.has("tags") ? manifest.getAsJsonArray("tags") : new JsonArray();
        return names.asList().stream()
                .map(JsonElement::getAsString)
                .filter(name -> !described.contains(name))
                .toArray(String[]::new);
    }

    private void read(Exchange exchange) {
        Answered answered = exchange.answered();
        answered.header("X-Ms-Int-Docker-Content-Digest").ifPresent(this::mention);
        if (exchange.asked().is("DELETE", "/v2/") && exchange.asked().path().contains("/manifests/")) {
            mention(exchange.asked().plainPath().replaceFirst(".*/", ""));
        }
        if (!exchange.asked().path().startsWith("/acr/") || !answered.text().startsWith("{")) {
            return;
        }
        JsonObject body = JsonParser.parseString(answered.text()).getAsJsonObject();
        list(body, "tags").forEach(this::tag);
        if (body.has("tag")) {
            tag(body.getAsJsonObject("tag"));
        }
        if (body.has("manifest")) {
            manifest(body.getAsJsonObject("manifest"));
        }
        list(body, "manifests").forEach(this::manifest);
        siblings(list(body, "manifests"));
        if (body.has("manifestsDeleted")) {
            deleted(body);
        }
    }

    private static List<JsonObject> list(JsonObject body, String member) {
        return body.has(member)
                ? body.getAsJsonArray(member).asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .toList()
                : List.of();
    }

    private void tag(JsonObject tag) {
        tags.add(tag);
        mention(tag.get("digest").getAsString());
    }

    private JsonObject mention(String digest) {
        return manifests.computeIfAbsent(digest, name -> {
            JsonObject manifest = new JsonObject();
            manifest.addProperty("digest", name);
            return manifest;
        });
    }

    private void manifest(JsonObject manifest) {
        JsonObject known = mention(manifest.get("digest").getAsString());
        manifest.asMap().forEach(known::add);
        list(manifest, "references").forEach(child -> {
            JsonObject found = mention(child.get("digest").getAsString());
            child.asMap().forEach(found::add);
        });
    }

    /** A list does not tell what an index refers to. In 14 it is all the others, as the sizes prove. */
    private void siblings(List<JsonObject> manifests) {
        for (JsonObject index : manifests) {
            List<JsonObject> others =
                    manifests.stream().filter(other -> !other.equals(index)).toList();
            long size = others.stream()
                    .mapToLong(other -> other.get("imageSize").getAsLong())
                    .sum();
            if (others.size() > 1 && index.get("imageSize").getAsLong() == size) {
                mention(index.get("digest").getAsString()).add("references", references(others));
            }
        }
    }

    /** A multi-arch image with one tag was deleted; any of its manifests may have been the list. */
    private void deleted(JsonObject body) {
        List<JsonObject> deleted = new ArrayList<>();
        body.getAsJsonArray("manifestsDeleted").forEach(digest -> deleted.add(mention(digest.getAsString())));
        if (deleted.size() > 1) {
            deleted.get(0).addProperty("mediaType", DOCKER_LIST);
            deleted.get(0).add("references", references(deleted.subList(1, deleted.size())));
        }
    }

    private static JsonArray references(List<JsonObject> manifests) {
        JsonArray references = new JsonArray();
        manifests.forEach(manifest -> {
            Map<String, JsonElement> members = new LinkedHashMap<>(manifest.asMap());
            members.keySet().retainAll(List.of("digest", "architecture", "os"));
            JsonObject reference = new JsonObject();
            members.forEach(reference::add);
            references.add(reference);
        });
        return references;
    }
}
