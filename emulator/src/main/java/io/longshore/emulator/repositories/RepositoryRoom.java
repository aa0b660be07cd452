// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.repositories;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
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
import io.longshore.emulator.store.Blobs;
import io.longshore.emulator.store.ManifestEntry;
import io.longshore.emulator.store.Manifests;
import io.longshore.emulator.store.Repositories;
import io.longshore.emulator.store.RepositoryEntry;
import io.longshore.emulator.store.Sql;
import io.longshore.emulator.store.Store;
import io.longshore.emulator.store.TagEntry;
import io.longshore.emulator.store.Tags;
import io.longshore.emulator.store.Ticks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers for repositories. */
public final class RepositoryRoom {
    private final Store store;
    private final int maximumPageSize;

    /** Works on this store. */
    public RepositoryRoom(Store store, int maximumPageSize) {
        this.store = store;
        this.maximumPageSize = maximumPageSize;
    }

    /** The routes of this room. */
    public List<Route> routes() {
        return List.of(
                Route.forAnyLogin("GET", "/v2/", RepositoryRoom::base),
                Route.forAnyLogin("GET", "/v2", RepositoryRoom::base),
                Route.onCatalog("GET", "/v2/_catalog", this::catalog),
                Route.onCatalog("GET", "/acr/v1/_catalog", this::catalog),
                Route.on("GET", "/acr/v1/{name}", this::get, "metadata_read"),
                Route.on("PATCH", "/acr/v1/{name}", this::patch, "metadata_write"),
                Route.on("DELETE", "/acr/v1/{name}", this::delete, "delete"));
    }

    private static Reply base(Request request) {
        return Reply.bytes(200, "application/json; charset=utf-8", "{}".getBytes(StandardCharsets.UTF_8));
    }

    private Reply catalog(Request request) {
        Paging paging = Paging.of(request, maximumPageSize);
        List<String> names = store.database()
                .read(sql -> Repositories.list(sql, paging.last(), paging.size() == 0 ? 0 : paging.size() + 1));
        JsonObject body = new JsonObject();
        body.add("repositories", array(paging.page(names)));
        return paging.link(Reply.json(200, body), names, name -> name);
    }

    private Reply get(Request request) {
        return Reply.json(200, json(request, store.database().read(sql -> find(sql, request.repository()))));
    }

    private Reply patch(Request request) throws IOException {
        byte[] body = AttributesJson.body(request);
        String name = request.repository();
        RepositoryEntry after = store.database().change(sql -> {
            Attributes before = find(sql, name).attributes();
            Repositories.change(sql, name, AttributesJson.changed(before, body));
            return find(sql, name);
        });
        return Reply.json(200, json(request, after));
    }

    private Reply delete(Request request) {
        String name = request.repository();
        Contents removed = store.database().change(sql -> {
            Contents contents = contents(sql, name);
            Repositories.delete(sql, name);
            return contents;
        });
        store.sweepManifests(removed.manifests());
        store.sweepBlobs(removed.blobs());
        JsonObject body = new JsonObject();
        body.add("manifestsDeleted", arrayOrNull(removed.manifests()));
        body.add("tagsDeleted", arrayOrNull(removed.tags()));
        return Reply.json(202, body);
    }

    private record Contents(List<String> manifests, List<String> tags, List<String> blobs) {}

    private static Contents contents(Sql sql, String name) {
        RepositoryEntry repository = Repositories.find(sql, name).orElseThrow(() -> {
            JsonObject detail = new JsonObject();
            detail.addProperty("name", name);
            return new Refusal(RegistryError.NAME_UNKNOWN.reply(detail));
        });
        List<TagEntry> tags = Tags.all(sql, name);
        List<ManifestEntry> manifests = Manifests.all(sql, name);
        Locks.require(!repository.attributes().forbidDelete());
        // Not recorded: a lock on anything in the repository holds against deletion as a whole too.
        Locks.require(tags.stream().noneMatch(tag -> tag.attributes().forbidDelete())
                && manifests.stream()
                        .noneMatch(manifest -> manifest.attributes().forbidDelete()));
        return new Contents(
                manifests.stream().map(ManifestEntry::digest).toList(),
                tags.stream().map(TagEntry::name).toList(),
                Blobs.all(sql, name));
    }

    private static RepositoryEntry find(Sql sql, String name) {
        return Repositories.find(sql, name).orElseThrow(() -> Envelope.unknownRepository(name));
    }

    private static JsonObject json(Request request, RepositoryEntry repository) {
        JsonObject attributes = AttributesJson.flags(repository.attributes());
        attributes.addProperty("teleportEnabled", false);
        JsonObject json = Envelope.start(request);
        json.addProperty("createdTime", Ticks.format(repository.created()));
        json.addProperty("lastUpdateTime", Ticks.format(repository.updated()));
        json.addProperty("manifestCount", repository.manifests());
        json.addProperty("tagCount", repository.tags());
        json.add("changeableAttributes", attributes);
        return json;
    }

    private static JsonArray array(List<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }

    private static JsonElement arrayOrNull(List<String> values) {
        return values.isEmpty() ? JsonNull.INSTANCE : array(values);
    }
}
