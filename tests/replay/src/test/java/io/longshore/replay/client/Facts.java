// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.longshore.registry.models.ArtifactManifestPlatform;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import io.longshore.replay.recording.Answered;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an answer says and what the library made of it, by the service's names, so that both can be compared. */
final class Facts {
    /** Not in the library's public models, as in the official one. */
    private static final Set<String> NOT_EXPOSED =
            Set.of("signed", "quarantineState", "quarantineDetails", "teleportEnabled", "mediaType", "configMediaType");

    private Facts() {}

    /** What the body of a single repository, tag or manifest says. */
    static SortedMap<String, Object> recorded(Answered answered) {
        JsonObject body = JsonParser.parseString(answered.text()).getAsJsonObject();
        return flat(
                body,
                Stream.of("tag", "manifest")
                        .filter(body::has)
                        .findFirst()
                        .map(body::getAsJsonObject)
                        .orElseGet(JsonObject::new));
    }

    /** What the body of a list says, in order. */
    static List<SortedMap<String, Object>> recordedList(Answered answered, String member) {
        JsonObject body = JsonParser.parseString(answered.text()).getAsJsonObject();
        JsonArray items = body.remove(member).getAsJsonArray();
        List<SortedMap<String, Object>> facts = new ArrayList<>();
        items.forEach(item -> facts.add(flat(body, item.getAsJsonObject())));
        return facts;
    }

    static List<String> recordedNames(Answered answered) {
        JsonObject body = JsonParser.parseString(answered.text()).getAsJsonObject();
        return body.getAsJsonArray("repositories").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    private static SortedMap<String, Object> flat(JsonObject... objects) {
        SortedMap<String, Object> facts = new TreeMap<>();
        for (JsonObject object : objects) {
            object.asMap().forEach((name, value) -> {
                if (name.equals("changeableAttributes")) {
                    facts.putAll(flat(value.getAsJsonObject()));
                } else if (!NOT_EXPOSED.contains(name) && !name.equals("tag") && !name.equals("manifest")) {
                    facts.put(name, name.endsWith("Time") ? Instant.parse(value.getAsString()) : plain(value));
                }
            });
        }
        return facts;
    }

    private static Object plain(JsonElement value) {
        if (value.isJsonArray()) {
            return value.getAsJsonArray().asList().stream().map(Facts::plain).toList();
        }
        return value.isJsonObject() ? flat(value.getAsJsonObject()) : value.getAsString();
    }

    static SortedMap<String, Object> of(ContainerRepositoryProperties properties) {
        SortedMap<String, Object> facts = new TreeMap<>();
        put(facts, "registry", properties.getRegistryLoginServer());
        put(facts, "imageName", properties.getName());
        put(facts, "createdTime", properties.getCreatedOn());
        put(facts, "lastUpdateTime", properties.getLastUpdatedOn());
        put(facts, "manifestCount", properties.getManifestCount());
        put(facts, "tagCount", properties.getTagCount());
        put(facts, "deleteEnabled", properties.isDeleteEnabled());
        put(facts, "writeEnabled", properties.isWriteEnabled());
        put(facts, "readEnabled", properties.isReadEnabled());
        put(facts, "listEnabled", properties.isListEnabled());
        return facts;
    }

    static SortedMap<String, Object> of(ArtifactTagProperties properties) {
        SortedMap<String, Object> facts = new TreeMap<>();
        put(facts, "registry", properties.getRegistryLoginServer());
        put(facts, "imageName", properties.getRepositoryName());
        put(facts, "name", properties.getName());
        put(facts, "digest", properties.getDigest());
        put(facts, "createdTime", properties.getCreatedOn());
        put(facts, "lastUpdateTime", properties.getLastUpdatedOn());
        put(facts, "deleteEnabled", properties.isDeleteEnabled());
        put(facts, "writeEnabled", properties.isWriteEnabled());
        put(facts, "readEnabled", properties.isReadEnabled());
        put(facts, "listEnabled", properties.isListEnabled());
        return facts;
    }

    static SortedMap<String, Object> of(ArtifactManifestProperties properties) {
        SortedMap<String, Object> facts = new TreeMap<>();
        put(facts, "registry", properties.getRegistryLoginServer());
        put(facts, "imageName", properties.getRepositoryName());
        put(facts, "digest", properties.getDigest());
        put(facts, "imageSize", properties.getSizeInBytes());
        put(facts, "createdTime", properties.getCreatedOn());
        put(facts, "lastUpdateTime", properties.getLastUpdatedOn());
        put(facts, "architecture", properties.getArchitecture());
        put(facts, "os", properties.getOperatingSystem());
        put(facts, "tags", properties.getTags());
        put(
                facts,
                "references",
                properties.getRelatedArtifacts().stream().map(Facts::of).toList());
        put(facts, "deleteEnabled", properties.isDeleteEnabled());
        put(facts, "writeEnabled", properties.isWriteEnabled());
        put(facts, "readEnabled", properties.isReadEnabled());
        put(facts, "listEnabled", properties.isListEnabled());
        return facts;
    }

    private static SortedMap<String, Object> of(ArtifactManifestPlatform platform) {
        SortedMap<String, Object> facts = new TreeMap<>();
        put(facts, "digest", platform.getDigest());
        put(facts, "architecture", platform.getArchitecture());
        put(facts, "os", platform.getOperatingSystem());
        return facts;
    }

    /** Absent and empty are the same to the public models. */
    private static void put(SortedMap<String, Object> facts, String name, @Nullable Object value) {
        if (value instanceof OffsetDateTime time) {
            facts.put(name, time.toInstant());
        } else if (value instanceof List<?> list) {
            if (!list.isEmpty()) {
                facts.put(name, list);
            }
        } else if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
