// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.blobs;

import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.http.RegistryError;
import io.longshore.emulator.http.Reply;
import io.longshore.emulator.http.Request;
import io.longshore.emulator.http.Route;
import io.longshore.emulator.properties.Locks;
import io.longshore.emulator.store.Blobs;
import io.longshore.emulator.store.Repositories;
import io.longshore.emulator.store.Sql;
import io.longshore.emulator.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Answers for blobs. */
public final class BlobRoom {
    private final Store store;
    private final Optional<Redirect> redirect;

    /** Where downloads are sent: the start of an address at the data endpoint for the host that the caller used. */
    public record Redirect(SignedAddresses addresses, UnaryOperator<String> origin) {}

    /** Works on this store, and sends downloads elsewhere if so wanted. */
    public BlobRoom(Store store, Optional<Redirect> redirect) {
        this.store = store;
        this.redirect = redirect;
    }

    /** The routes of this room. */
    public List<Route> routes() {
        String path = "/v2/{name}/blobs/{digest}";
        return List.of(
                Route.on("GET", path, this::get, "pull"),
                Route.on("HEAD", path, this::head, "pull"),
                Route.on("DELETE", path, this::delete, "delete"));
    }

    /** Always without a redirect, and whatever range is asked for. */
    private Reply head(Request request) {
        long size = size(request);
        return slice(request, size, new ByteRange.Whole()).with("Docker-Content-Digest", request.variable("digest"));
    }

    private Reply get(Request request) {
        long size = size(request);
        String digest = request.variable("digest");
        Reply reply = redirect.map(target -> redirect(target, request)).orElseGet(() -> direct(request, size));
        return reply.with("Docker-Content-Digest", digest);
    }

    private static Reply redirect(Redirect target, Request request) {
        String location =
                target.origin().apply(request.host()) + target.addresses().sign(request.variable("digest"));
        String page = "<a href=\"" + location.replace("&", "&amp;") + "\">Temporary Redirect</a>.\n\n";
        return Reply.bytes(307, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8))
                .with("Location", location);
    }

    private Reply direct(Request request, long size) {
        ByteRange range = ByteRange.parse(request.headers().first("range").orElse(""), size);
        if (range instanceof ByteRange.Unsatisfiable) {
            return Reply.empty(416).with("Content-Range", "bytes */" + size);
        }
        return slice(request, size, range).with("Accept-Ranges", "bytes");
    }

    private Reply delete(Request request) {
        String repository = request.repository();
        String digest = request.variable("digest");
        store.database().change(sql -> {
            size(sql, repository, digest);
            Locks.require(Repositories.attributes(sql, repository).writeEnabled());
            Blobs.delete(sql, repository, digest);
            return digest;
        });
        store.sweepBlobs(List.of(digest));
        return Reply.empty(202);
    }

    private long size(Request request) {
        return store.database().read(sql -> {
            Locks.require(Repositories.attributes(sql, request.repository()).readEnabled());
            return size(sql, request.repository(), request.variable("digest"));
        });
    }

    private static long size(Sql sql, String repository, String digest) {
        return Blobs.size(sql, repository, digest).orElseThrow(() -> new Refusal(RegistryError.BLOB_UNKNOWN.reply()));
    }

    private Reply slice(Request request, long size, ByteRange range) {
        return store.blobs()
                .open(request.variable("digest"))
                .map(file -> DataEndpoint.slice(file, size, range))
                .orElseThrow(() -> new Refusal(RegistryError.BLOB_UNKNOWN.reply()));
    }
}
