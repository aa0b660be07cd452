// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.blobs;

import com.google.gson.JsonObject;
import io.longshore.emulator.http.PathPattern;
import io.longshore.emulator.http.Permission;
import io.longshore.emulator.http.Query;
import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.http.RegistryError;
import io.longshore.emulator.http.Reply;
import io.longshore.emulator.http.Request;
import io.longshore.emulator.http.Route;
import io.longshore.emulator.properties.Locks;
import io.longshore.emulator.store.Blobs;
import io.longshore.emulator.store.Digests;
import io.longshore.emulator.store.Repositories;
import io.longshore.emulator.store.Store;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Answers for uploads. */
public final class UploadRoom {
    /** Not recorded; distribution/distribution removes uploads after this time. */
    private static final Duration LIFETIME = Duration.ofDays(7);

    private final Store store;
    private final Clock clock;
    private final long maximumSingleUpload;
    private final UploadState states = new UploadState();
    private final Map<String, UploadSession> sessions = new ConcurrentHashMap<>();

    /** Works on this store; a closing PUT may bring at most so many bytes. */
    public UploadRoom(Store store, Clock clock, long maximumSingleUpload) {
        this.store = store;
        this.clock = clock;
        this.maximumSingleUpload = maximumSingleUpload;
    }

    /** The routes of this room. */
    public List<Route> routes() {
        String path = "/v2/{name}/blobs/uploads/{upload}";
        return List.of(
                new Route("POST", PathPattern.of("/v2/{name}/blobs/uploads/"), false, UploadRoom::demands, this::start),
                new Route("POST", PathPattern.of("/v2/{name}/blobs/uploads"), false, UploadRoom::demands, this::start),
                Route.on("PATCH", path, request -> within(request, this::patch), "pull", "push"),
                Route.on("PUT", path, request -> within(request, this::complete), "pull", "push"),
                Route.on("GET", path, request -> within(request, this::status), "pull"),
                Route.on("DELETE", path, request -> within(request, this::cancel), "delete"));
    }

    private static List<Permission> demands(Request request) {
        List<Permission> demands = new ArrayList<>(
                List.of(Permission.on(request.repository(), "pull"), Permission.on(request.repository(), "push")));
        source(request)
                .filter(source -> !source.equals(request.repository()))
                .ifPresent(source -> demands.add(Permission.on(source, "pull")));
        return demands;
    }

    /** The repository to mount from. */
    private static Optional<String> source(Request request) {
        return request.query().first("mount").isPresent()
                ? request.query().first("from").filter(PathPattern::isName)
                : Optional.empty();
    }

    /** A digest in the query of a POST is ignored, as distribution/distribution does: the answer is a session. */
    private Reply start(Request request) {
        String repository = request.repository();
        Locks.require(store.database()
                .read(sql -> Repositories.attributes(sql, repository))
                .writeEnabled());
        String digest = request.query().first("mount").orElse("");
        if (source(request).filter(source -> mount(source, repository, digest)).isPresent()) {
            return created(repository, digest);
        }
        Instant now = clock.instant();
        endAbandoned(now);
        UploadSession session = new UploadSession(UUID.randomUUID().toString(), repository, store.newFile(), now);
        sessions.put(session.id(), session);
        return progress(Reply.empty(202), session, now.toString());
    }

    private void endAbandoned(Instant now) {
        for (UploadSession session : sessions.values()) {
            if (session.started().plus(LIFETIME).isBefore(now) && session.lock().tryLock()) {
                try {
                    end(session);
                } finally {
                    session.lock().unlock();
                }
            }
        }
    }

    private boolean mount(String source, String target, String digest) {
        return store.database().change(sql -> {
            OptionalLong size = Blobs.size(sql, source, digest);
            size.ifPresent(found -> Blobs.put(sql, target, digest, found));
            return size.isPresent();
        });
    }

    private Reply patch(Request request, UploadSession session) throws IOException {
        Optional<ContentRange> range = requireRange(request, session);
        take(request, session, range, Long.MAX_VALUE);
        return progress(Reply.empty(202), session);
    }

    private Reply complete(Request request, UploadSession session) throws IOException {
        String digest = request.query().first("digest").orElse("");
        if (!Digests.isSupported(digest)) {
            throw new Refusal(RegistryError.DIGEST_INVALID.reply("digest parsing failed"));
        }
        Optional<ContentRange> range = requireRange(request, session);
        take(request, session, range, maximumSingleUpload);
        try {
            if (!session.matches(digest)) {
                throw new Refusal(RegistryError.DIGEST_INVALID.reply());
            }
            adopt(session, digest);
        } finally {
            end(session);
        }
        return created(session.repository(), digest);
    }

    /** The length of a body in chunks shows only when it has been read; what has arrived stays. */
    private static void take(Request request, UploadSession session, Optional<ContentRange> range, long maximum)
            throws IOException {
        long announced = range.map(ContentRange::length).orElse(Long.MAX_VALUE);
        long before = session.offset();
        boolean whole = request.length() <= maximum && session.append(request.body(), Math.min(announced, maximum));
        if (!whole && maximum < announced) {
            throw new Refusal(
                    RegistryError.SIZE_INVALID.replyAs(413, "a single upload may have at most " + maximum + " bytes"));
        }
        if (!whole || (range.isPresent() && session.offset() - before != announced)) {
            throw new Refusal(RegistryError.SIZE_INVALID.reply());
        }
    }

    private void adopt(UploadSession session, String digest) {
        store.database().change(sql -> {
            store.blobs().adopt(session.file(), digest);
            Blobs.put(sql, session.repository(), digest, session.offset());
            return digest;
        });
    }

    private Reply status(Request request, UploadSession session) {
        return progress(Reply.empty(204), session);
    }

    private Reply cancel(Request request, UploadSession session) {
        end(session);
        return Reply.empty(204).with("Docker-Upload-Uuid", session.id());
    }

    /** What is done with a session. */
    @FunctionalInterface
    private interface Work {
        Reply apply(Request request, UploadSession session) throws IOException;
    }

    private Reply within(Request request, Work work) throws IOException {
        String id = request.variable("upload");
        UploadSession session = sessions.get(id);
        if (session == null || !session.repository().equals(request.repository())) {
            throw unknown(id);
        }
        session.lock().lock();
        try {
            if (session.isOver()) {
                throw unknown(id);
            }
            requireCurrent(request, session);
            return work.apply(request, session);
        } finally {
            session.lock().unlock();
        }
    }

    private void requireCurrent(Request request, UploadSession session) {
        OptionalLong offset =
                states.offset(request.query().first("_state").orElse(""), session.repository(), session.id());
        if (offset.isEmpty()) {
            throw new Refusal(RegistryError.BLOB_UPLOAD_INVALID.reply());
        }
        if (offset.getAsLong() != session.offset()) {
            // The service loses the session over this, so nobody can go on with another state either.
            end(session);
            throw new Refusal(RegistryError.BLOB_UPLOAD_INVALID.reply());
        }
    }

    private void end(UploadSession session) {
        sessions.remove(session.id());
        session.end();
    }

    private static Optional<ContentRange> requireRange(Request request, UploadSession session) {
        Optional<String> header = request.headers().first("content-range");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        ContentRange range = ContentRange.parse(header.get())
                .orElseThrow(() -> badRange(header.get(), "the Content-Range header format is invalid"));
        if (range.first() != session.offset()) {
            throw badRange(header.get(), "the range does not begin where the upload stands");
        }
        if (request.length() >= 0 && request.length() != range.length()) {
            throw new Refusal(RegistryError.SIZE_INVALID.reply());
        }
        return Optional.of(range);
    }

    private Reply progress(Reply reply, UploadSession session) {
        return progress(
                reply,
                session,
                session.started().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private Reply progress(Reply reply, UploadSession session, String startedAt) {
        String state = states.encode(session.repository(), session.id(), session.offset(), startedAt);
        return reply.with("Docker-Upload-Uuid", session.id())
                .with(
                        "Location",
                        "/v2/" + session.repository() + "/blobs/uploads/" + session.id()
                                + "?_nouploadcache=false&_state=" + Query.encode(state))
                // 0-0 stands for nothing as well as for one byte, on the service too.
                .with("Range", "0-" + Math.max(0, session.offset() - 1));
    }

    private static Reply created(String repository, String digest) {
        return Reply.empty(201)
                .with("Docker-Content-Digest", digest)
                .with("Location", "/v2/" + repository + "/blobs/" + digest);
    }

    private static Refusal badRange(String sent, String reason) {
        JsonObject detail = new JsonObject();
        detail.addProperty("Range", sent);
        detail.addProperty("Reason", reason);
        return new Refusal(RegistryError.BLOB_UPLOAD_RANGE_INVALID.reply(detail));
    }

    private static Refusal unknown(String id) {
        JsonObject detail = new JsonObject();
        detail.addProperty("UUID", id);
        return new Refusal(RegistryError.BLOB_UPLOAD_UNKNOWN.reply(detail));
    }
}
