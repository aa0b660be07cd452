// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.emulator;

import com.google.gson.JsonObject;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.replay.recording.Content;
import io.longshore.replay.recording.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings an emulator into the state that a recording begins with. */
record Stage(RegistryEmulator emulator, StandIns standIns, Player player, List<Exchange> exchanges) {

    /** With nine digits of a second, as the service writes into upload states. */
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456789Z");

    Stage at(String instant) {
        emulator.clock().set(Instant.parse(instant));
        return this;
    }

    /** Puts a stand-in with all that it needs into a repository, under its digest and these tags. */
    void push(String repository, String recorded, String... tags) {
        push(repository, standIns.get(recorded), tags);
    }

    void push(String repository, StandIn standIn, String... tags) {
        standIn.blobs().forEach(blob -> blob(repository, blob));
        standIn.children().forEach(child -> push(repository, child));
        publish(repository, standIn, standIn.digest());
        for (String tag : tags) {
            publish(repository, standIn, tag);
        }
    }

    void blob(String repository, Content content) {
        emulator.seed().blob(repository, content.bytes());
    }

    private void publish(String repository, StandIn standIn, String reference) {
        emulator.seed()
                .manifest(
                        repository,
                        reference,
                        standIn.mediaType(),
                        standIn.content().bytes());
    }

    /** Puts in all manifests and tags that the recording tells of, with their times. */
    void asRecorded(String repository) {
        Known known = Known.within(exchanges);
        // Children first, each at its own time: an index may be older than they, as it is after an import.
        known.manifests().values().stream()
                .filter(manifest -> standIns.get(digest(manifest)).children().isEmpty())
                .forEach(manifest -> manifest(repository, manifest, known.bareTags(manifest)));
        known.manifests().values().stream()
                .filter(manifest -> !standIns.get(digest(manifest)).children().isEmpty())
                .forEach(manifest -> manifest(repository, manifest, known.bareTags(manifest)));
        Set<String> done = new HashSet<>();
        known.tags().stream()
                .filter(tag -> done.add(tag.get("name").getAsString()))
                .forEach(tag -> tag(repository, tag));
    }

    private void manifest(String repository, JsonObject manifest, String... tags) {
        String created =
                manifest.has("createdTime") ? manifest.get("createdTime").getAsString() : "2026-11-23T00:00:00Z";
        emulator.clock().set(Instant.parse(created).plus(Duration.ofHours(1)));
        standIns.get(digest(manifest)).children().forEach(child -> push(repository, child));
        at(created);
        push(repository, digest(manifest), tags);
        quarantine(repository, digest(manifest), manifest.getAsJsonObject("changeableAttributes"));
    }

    private void tag(String repository, JsonObject tag) {
        String name = tag.get("name").getAsString();
        at(tag.get("createdTime").getAsString()).push(repository, digest(tag), name);
        at(tag.get("lastUpdateTime").getAsString()).push(repository, digest(tag), name);
        quarantine(repository, digest(tag), tag);
    }

    private void quarantine(String repository, String digest, @Nullable JsonObject attributes) {
        JsonObject change = new JsonObject();
        for (String name : List.of("quarantineState", "quarantineDetails")) {
            if (attributes != null && attributes.has(name)) {
                change.add(name, attributes.get(name));
            }
        }
        if (change.size() > 0) {
            emulator.clock().set(NOW);
            player.change("/acr/v1/" + repository + "/_manifests/" + digest, change.toString());
        }
    }

    private static String digest(JsonObject described) {
        return described.get("digest").getAsString();
    }
}
