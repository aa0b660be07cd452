// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.manifests;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.http.RegistryError;
import io.longshore.emulator.http.Reply;
import io.longshore.emulator.http.Request;
import io.longshore.emulator.http.Route;
import io.longshore.emulator.properties.AttributesJson;
import io.longshore.emulator.properties.Envelope;
import io.longshore.emulator.properties.Locks;
import io.longshore.emulator.properties.Paging;
import io.longshore.emulator.store.Attributes;
import io.longshore.emulator.store.ManifestEntry;
import io.longshore.emulator.store.ManifestEntry.ManifestFacts;
import io.longshore.emulator.store.Manifests;
import io.longshore.emulator.store.Repositories;
import io.longshore.emulator.store.Sql;
import io.longshore.emulator.store.Store;
import io.longshore.emulator.store.Ticks;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Answers for the properties of manifests under {@code /acr/v1}. */
public final class PropertiesRoom {
    private final Store store;
    private final int maximumPageSize;

    /** Works on this store. */
    public PropertiesRoom(Store store, int maximumPageSize) {
        this.store = store;
        this.maximumPageSize = maximumPageSize;
    }

    /** The routes of this room. */
    public List<Route> routes() {
        return List.of(
                Route.on("GET", "/acr/v1/{name}/_manifests", this::list, "metadata_read"),
                Route.on("GET", "/acr/v1/{name}/_manifests/{digest}", this::get, "metadata_read"),
                Route.on("PATCH", "/acr/v1/{name}/_manifests/{digest}", this::patch, "metadata_write"));
    }

    private Reply list(Request request) {
        Paging paging = Paging.of(request, maximumPageSize);
        String repository = request.repository();
        List<ManifestEntry> manifests = store.database().read(sql -> {
            if (!Repositories.exists(sql, repository)) {
                throw Envelope.unknownRepository(repository);
            }
            return Manifests.page(
                    sql, repository, paging.fetch(Optional.empty(), digest -> updated(sql, repository, digest)));
        });
        JsonArray items = new JsonArray();
        paging.page(manifests).forEach(manifest -> items.add(json(manifest)));
        JsonObject body = Envelope.start(request);
        body.add("manifests", items.isEmpty() ? JsonNull.INSTANCE : items);
        return paging.link(
                Reply.json(200, body), manifests, manifest -> paging.cursor(manifest.updated(), manifest.digest()));
    }

    private static OptionalLong updated(Sql sql, String repository, String digest) {
        return Manifests.resolve(sql, repository, digest)
                .map(manifest -> OptionalLong.of(manifest.updated()))
                .orElseGet(OptionalLong::empty);
    }

    private Reply get(Request request) {
        return answer(request, store.database().read(sql -> find(sql, request)));
    }

    private Reply patch(Request request) throws IOException {
        byte[] body = AttributesJson.body(request);
        return answer(request, store.database().change(sql -> {
            ManifestEntry before = find(sql, request);
            Attributes attributes = AttributesJson.changed(before.attributes(), body);
            Locks.require(Repositories.attributes(sql, request.repository()).writeEnabled());
            Manifests.change(sql, request.repository(), before.digest(), attributes);
            return find(sql, request);
        }));
    }

    private static ManifestEntry find(Sql sql, Request request) {
        return Manifests.find(sql, request.repository(), request.variable("digest"))
                .orElseThrow(() -> new Refusal(RegistryError.MANIFEST_UNKNOWN.reply()));
    }

    private static Reply answer(Request request, ManifestEntry manifest) {
        JsonObject json = json(manifest);
        String references = manifest.facts().references();
        if (references != null) {
            json.add("references", JsonParser.parseString(references));
        }
        JsonObject body = Envelope.start(request);
        body.add("manifest", json);
        return Reply.json(200, body);
    }

    private static JsonObject json(ManifestEntry manifest) {
        ManifestFacts facts = manifest.facts();
        JsonObject json = new JsonObject();
        json.addProperty("digest", manifest.digest());
        json.addProperty("imageSize", facts.imageSize());
        json.addProperty("createdTime", Ticks.format(manifest.created()));
        json.addProperty("lastUpdateTime", Ticks.format(manifest.updated()));
        addIfKnown(json, "architecture", facts.architecture());
        addIfKnown(json, "os", facts.os());
        json.addProperty("mediaType", facts.mediaType());
        addIfKnown(json, "configMediaType", facts.configMediaType());
        if (!manifest.tags().isEmpty()) {
            JsonArray tags = new JsonArray();
            manifest.tags().forEach(tags::add);
            json.add("tags", tags);
        }
        JsonObject attributes = AttributesJson.flags(manifest.attributes());
        addIfKnown(attributes, "quarantineDetails", manifest.attributes().quarantineDetails());
        addIfKnown(attributes, "quarantineState", manifest.attributes().quarantineState());
        json.add("changeableAttributes", attributes);
        return json;
    }

    private static void addIfKnown(JsonObject json, String name, @Nullable String value) {
        if (value != null) {
            json.addProperty(name, value);
        }
    }
}
