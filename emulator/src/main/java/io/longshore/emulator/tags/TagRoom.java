// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.tags;

import com.google.gson.JsonArray;
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
import io.longshore.emulator.store.PageRequest;
import io.longshore.emulator.store.Repositories;
import io.longshore.emulator.store.Sql;
import io.longshore.emulator.store.Store;
import io.longshore.emulator.store.TagEntry;
import io.longshore.emulator.store.Tags;
import io.longshore.emulator.store.Ticks;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Answers for tags. */
public final class TagRoom {
    private final Store store;
    private final Clock clock;
    private final int maximumPageSize;

    /** Works on this store. */
    public TagRoom(Store store, Clock clock, int maximumPageSize) {
        this.store = store;
        this.clock = clock;
        this.maximumPageSize = maximumPageSize;
    }

    /** The routes of this room. */
    public List<Route> routes() {
        return List.of(
                Route.on("GET", "/v2/{name}/tags/list", this::names, "pull"),
                Route.on("GET", "/acr/v1/{name}/_tags", this::list, "metadata_read"),
                Route.on("GET", "/acr/v1/{name}/_tags/{tag}", this::get, "metadata_read"),
                Route.on("PATCH", "/acr/v1/{name}/_tags/{tag}", this::patch, "metadata_write"),
                Route.on("DELETE", "/acr/v1/{name}/_tags/{tag}", this::delete, "delete"));
    }

    private Reply names(Request request) {
        Paging paging = Paging.of(request, maximumPageSize);
        List<TagEntry> tags = fetch(request, paging, () -> {
            JsonObject detail = new JsonObject();
            detail.addProperty("name", request.repository());
            return new Refusal(RegistryError.NAME_UNKNOWN.reply(detail));
        });
        JsonArray names = new JsonArray();
        paging.page(tags).forEach(tag -> names.add(tag.name()));
        JsonObject body = new JsonObject();
        body.addProperty("name", request.repository());
        body.add("tags", names);
        return paging.link(Reply.json(200, body), tags, tag -> paging.cursor(tag.updated(), tag.name()));
    }

    private Reply list(Request request) {
        Paging paging = Paging.of(request, maximumPageSize);
        List<TagEntry> tags = fetch(request, paging, () -> Envelope.unknownRepository(request.repository()));
        JsonArray items = new JsonArray();
        paging.page(tags).forEach(tag -> items.add(json(tag)));
        JsonObject body = Envelope.start(request);
        body.add("tags", items.isEmpty() ? JsonNull.INSTANCE : items);
        return paging.link(Reply.json(200, body), tags, tag -> paging.cursor(tag.updated(), tag.name()));
    }

    private List<TagEntry> fetch(Request request, Paging paging, Supplier<Refusal> unknown) {
        String repository = request.repository();
        Optional<String> digest = request.query().first("digest").filter(value -> !value.isEmpty());
        return store.database().read(sql -> {
            if (!Repositories.exists(sql, repository)) {
                throw unknown.get();
            }
            PageRequest page = paging.fetch(digest, name -> updated(sql, repository, name));
            return Tags.page(sql, repository, page);
        });
    }

    private static OptionalLong updated(Sql sql, String repository, String name) {
        return Tags.find(sql, repository, name)
                .map(tag -> OptionalLong.of(tag.updated()))
                .orElseGet(OptionalLong::empty);
    }

    private Reply get(Request request) {
        return answer(request, store.database().read(sql -> find(sql, request)));
    }

    private Reply patch(Request request) throws IOException {
        byte[] body = AttributesJson.body(request);
        return answer(request, store.database().change(sql -> {
            TagEntry before = find(sql, request);
            Attributes attributes = AttributesJson.changed(before.attributes(), body);
            Locks.require(Repositories.attributes(sql, request.repository()).writeEnabled());
            Tags.change(sql, request.repository(), before.name(), attributes);
            return find(sql, request);
        }));
    }

    private Reply delete(Request request) {
        long now = Ticks.of(clock.instant());
        TagEntry removed = store.database().change(sql -> remove(sql, request.repository(), find(sql, request), now));
        return Reply.empty(202).with("X-Ms-Int-Docker-Content-Digest", removed.digest());
    }

    /** Removes a tag unless something forbids it; part of a change. */
    private static TagEntry remove(Sql sql, String repository, TagEntry tag, long now) {
        Locks.require(Repositories.attributes(sql, repository).writeEnabled());
        Locks.require(!tag.attributes().forbidDelete());
        Tags.delete(sql, repository, tag.name());
        Repositories.touch(sql, repository, now);
        return tag;
    }

    private static TagEntry find(Sql sql, Request request) {
        return Tags.find(sql, request.repository(), request.variable("tag"))
                .orElseThrow(() -> new Refusal(RegistryError.TAG_UNKNOWN.reply()));
    }

    private static Reply answer(Request request, TagEntry tag) {
        JsonObject body = Envelope.start(request);
        body.add("tag", json(tag));
        return Reply.json(200, body);
    }

    private static JsonObject json(TagEntry tag) {
        JsonObject json = new JsonObject();
        json.addProperty("name", tag.name());
        json.addProperty("digest", tag.digest());
        json.addProperty("createdTime", Ticks.format(tag.created()));
        json.addProperty("lastUpdateTime", Ticks.format(tag.updated()));
        json.addProperty("signed", false);
        if (tag.attributes().quarantineState() != null) {
            json.addProperty("quarantineState", tag.attributes().quarantineState());
        }
        json.add("changeableAttributes", AttributesJson.flags(tag.attributes()));
        return json;
    }
}
