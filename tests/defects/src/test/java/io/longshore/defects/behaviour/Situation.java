// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.behaviour;

import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.defects.registry.Received;
import io.longshore.defects.registry.Reply;
import io.longshore.defects.registry.ScriptedRegistry;
import io.longshore.defects.registry.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A registry that answers in some way, and what is asked of it.
 *
 * @param name what is special
 * @param script how it answers
 * @param operations what is asked for
 */
record Situation(String name, Function<Received, Reply> script, List<Operation> operations) {
    private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 409, 412, 429, 500, 503);
    private static final int FIVE_MIB = 5 * 1024 * 1024;

    static List<Situation> all() {
        List<Situation> all = new ArrayList<>();
        for (int status : STATUSES) {
            all.add(new Situation("status " + status, request -> Reply.error(status, "SCRIPTED"), Operations.all()));
        }
        all.add(new Situation("status 404 without a body", request -> Reply.status(404), Operations.typical()));
        all.add(new Situation("status 503 without a body", request -> Reply.status(503), Operations.typical()));
        all.add(new Situation("connection breaks", request -> Reply.json("{}").cutAfter(0), Operations.typical()));
        all.add(new Situation("answer is no JSON", request -> Reply.json("<html>"), listings()));
        all.addAll(manifests());
        all.add(new Situation("content of another digest", Stored.blob(Content.random(99)), of("downloadStream")));
        all.add(new Situation("bad argument", request -> Reply.error(404, "SCRIPTED"), BadArguments.all()));
        return all;
    }

    /** The table's rows for this situation, without their last columns. */
    List<Row> rows() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(script)) {
            return rows(Clients.of(registry));
        }
    }

    static List<Row> unreachable() {
        ScriptedRegistry gone = ScriptedRegistry.answering(request -> Reply.status(404));
        gone.close();
        return new Situation("nobody listens", request -> Reply.status(404), Operations.typical())
                .rows(Clients.of(gone));
    }

    private List<Row> rows(Clients clients) {
        Operation.Sync sync = Operation.Sync.of(clients);
        Operation.Async async = Operation.Async.of(clients);
        List<Row> rows = new ArrayList<>();
        for (Operation operation : operations) {
            rows.add(new Row(name, operation.name(), "sync", Outcome.sync(operation, sync)));
            rows.add(new Row(name, operation.name(), "async", Outcome.async(operation, async)));
        }
        return rows;
    }

    private static List<Situation> manifests() {
        byte[] good = Content.random(100);
        return List.of(
                new Situation(
                        "manifest is right", request -> Stored.manifest(good, Operations.DIGEST), of("getManifest")),
                new Situation(
                        "manifest of another digest",
                        request -> Stored.manifest(Content.random(99), Operations.DIGEST),
                        of("getManifest")),
                new Situation(
                        "manifest with another digest header",
                        request -> Stored.manifest(good, Content.sha256(Content.random(1))),
                        of("getManifest")),
                new Situation(
                        "manifest without a digest header",
                        request -> Reply.json("").body(good),
                        of("getManifest")),
                new Situation(
                        "manifest without a length",
                        request -> Stored.manifest(good, Operations.DIGEST).chunked(),
                        of("getManifest")),
                new Situation(
                        "manifest of 5 MiB",
                        request -> Stored.manifest(new byte[FIVE_MIB], Operations.DIGEST),
                        of("getManifest")));
    }

    private static List<Operation> listings() {
        return Operations.all().stream()
                .filter(each -> each.name().startsWith("list") || each.name().startsWith("get"))
                .filter(each -> !each.name().equals("getManifest"))
                .toList();
    }

    private static List<Operation> of(String name) {
        return List.of(Operations.named(name));
    }
}
