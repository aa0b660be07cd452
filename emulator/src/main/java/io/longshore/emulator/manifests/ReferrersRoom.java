// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.manifests;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.http.RegistryError;
import io.longshore.emulator.http.Reply;
import io.longshore.emulator.http.Request;
import io.longshore.emulator.http.Route;
import io.longshore.emulator.properties.Locks;
import io.longshore.emulator.properties.Paging;
import io.longshore.emulator.store.Digests;
import io.longshore.emulator.store.Referrers;
import io.longshore.emulator.store.Repositories;
import io.longshore.emulator.store.Sql;
import io.longshore.emulator.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers which manifests refer to a manifest, as version 1.1 of OCI's distribution specification has it. */
public final class ReferrersRoom {
    /**
     * The answer is an index, which clients read like any other: up to 4 MiB, with room for what is around the list.
     */
    private static final int LARGEST_LIST = 4 * 1024 * 1024 - 1024;

    /** Read at a time: each may have annotations as large as a manifest. */
    private static final int PORTION = 10;

    private final Store store;
    private final int maximumPageSize;

    /** Works on this store. */
    public ReferrersRoom(Store store, int maximumPageSize) {
        this.store = store;
        this.maximumPageSize = maximumPageSize;
    }

    /** The routes of this room. What is no digest has to be refused with 400, so it must route. */
    public List<Route> routes() {
        return List.of(Route.on("GET", "/v2/{name}/referrers/{text}", this::list, "pull"));
    }

    private Reply list(Request request) {
        String subject = request.variable("text");
        if (!Digests.isWellFormed(subject)) {
            throw new Refusal(RegistryError.DIGEST_INVALID.reply("digest parsing failed"));
        }
        Optional<String> type = request.query().first("artifactType").filter(value -> !value.isEmpty());
        Paging paging = Paging.of(request, maximumPageSize);
        List<Referrers.Entry> fetched = fetch(new Referrers.Wanted(request.repository(), subject, type), paging);
        List<Referrers.Entry> page = shortened(paging.page(fetched));
        Reply reply = Reply.json(200, MediaTypes.OCI_INDEX, index(page));
        if (type.isPresent()) {
            reply = reply.with("OCI-Filters-Applied", "artifactType");
        }
        // The filter goes along: clients follow the link as it is.
        return page.isEmpty() || page.size() == fetched.size()
                ? reply
                : paging.link(reply, page.get(page.size() - 1).digest(), "artifactType", type.orElse(""));
    }

    private List<Referrers.Entry> fetch(Referrers.Wanted wanted, Paging paging) {
        return store.database().read(sql -> {
            Locks.require(Repositories.attributes(sql, wanted.repository()).readEnabled());
            return portions(sql, wanted, paging);
        });
    }

    /** One more than the page holds, or than an index may hold, to know whether there is more. */
    private static List<Referrers.Entry> portions(Sql sql, Referrers.Wanted wanted, Paging paging) {
        int most = paging.size() == 0 ? 0 : paging.size() + 1;
        List<Referrers.Entry> fetched = new ArrayList<>();
        String last = paging.last();
        long bytes = 0;
        while (fetched.size() < most && (bytes <= LARGEST_LIST || fetched.size() < 2)) {
            List<Referrers.Entry> more = Referrers.page(sql, wanted, last, Math.min(PORTION, most - fetched.size()));
            if (more.isEmpty()) {
                break;
            }
            fetched.addAll(more);
            bytes += more.stream().mapToLong(ReferrersRoom::bytes).sum();
            last = more.get(more.size() - 1).digest();
        }
        return fetched;
    }

    /** As many as an index may hold, but at least one, or nobody would ever get past it. */
    private static List<Referrers.Entry> shortened(List<Referrers.Entry> page) {
        long bytes = 0;
        for (int i = 0; i < page.size(); i++) {
            bytes += bytes(page.get(i));
            if (bytes > LARGEST_LIST && i > 0) {
                return page.subList(0, i);
            }
        }
        return page;
    }

    /** With the comma before the next one. */
    private static long bytes(Referrers.Entry referrer) {
        return ReferrerJson.descriptor(referrer).toString().getBytes(StandardCharsets.UTF_8).length + 1L;
    }

    private static JsonObject index(List<Referrers.Entry> referrers) {
        JsonArray manifests = new JsonArray();
        referrers.forEach(referrer -> manifests.add(ReferrerJson.descriptor(referrer)));
        JsonObject index = new JsonObject();
        index.addProperty("schemaVersion", 2);
        index.addProperty("mediaType", MediaTypes.OCI_INDEX);
        index.add("manifests", manifests);
        return index;
    }
}
