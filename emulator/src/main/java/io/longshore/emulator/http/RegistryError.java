// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registry's errors: code, usual status and message, as recorded or as distribution/distribution has them. */
public enum RegistryError {
    /** A request that cannot be understood; no recording, this emulator's own choice of code. */
    BAD_REQUEST(400, "the request is malformed"),
    BLOB_UNKNOWN(404, "blob unknown to registry"),
    BLOB_UPLOAD_INVALID(404, "blob upload invalid"),
    BLOB_UPLOAD_RANGE_INVALID(416, "blob upload range invalid"),
    BLOB_UPLOAD_UNKNOWN(404, "blob upload unknown to registry"),
    DIGEST_INVALID(400, "provided digest did not match uploaded content"),
    MANIFEST_BLOB_UNKNOWN(400, "blob unknown to registry"),
    MANIFEST_INVALID(400, "manifest invalid"),
    MANIFEST_UNKNOWN(404, "manifest unknown"),
    NAME_UNKNOWN(404, "repository name not known to registry"),
    PAGINATION_NUMBER_INVALID(400, "invalid number of results requested"),
    REGISTRY_DISALLOWED_OPERATION(
            405,
            "The operation is disallowed on this registry, repository or image. View troubleshooting steps at "
                    + "https://aka.ms/acr/faq/#why-does-my-pull-or-push-request-fail-with-disallowed-operation"),
    SIZE_INVALID(400, "provided length did not match content length"),
    TAG_UNKNOWN(404, "the specified tag does not exist"),
    TOOMANYREQUESTS(
            429,
            "Too many requests. Please visit https://aka.ms/acr/skus#sku-feature-matrix to view limits of all service tiers."),
    UNAUTHORIZED(401, "authentication required, visit https://aka.ms/acr/authorization for more information.");

    private final int status;
    private final String message;

    RegistryError(int status, String message) {
        this.status = status;
        this.message = message;
    }

    /** This error without detail. */
    public Reply reply() {
        return reply(status, List.of(entry(message, null)));
    }

    /** This error with a text as detail. */
    public Reply reply(String detail) {
        return reply(new JsonPrimitive(detail));
    }

    /** This error with any detail. */
    public Reply reply(JsonElement detail) {
        return reply(status, List.of(entry(message, detail)));
    }

    /** This error with another message and, unless null, a detail. */
    public Reply replySaying(String otherMessage, @Nullable JsonElement detail) {
        return reply(status, List.of(entry(otherMessage, detail)));
    }

    /** This error once for each text. */
    public Reply replyForEach(List<String> details) {
        return reply(
                status,
                details.stream()
                        .map(detail -> entry(message, new JsonPrimitive(detail)))
                        .toList());
    }

    /** This error under another status than its usual one. */
    public Reply replyAs(int otherStatus, String detail) {
        return reply(otherStatus, List.of(entry(message, new JsonPrimitive(detail))));
    }

    /** The answer for a status that was asked for and for which nothing is recorded. */
    static Reply replyForStatus(int status) {
        JsonObject entry = new JsonObject();
        entry.addProperty("code", "UNKNOWN");
        entry.addProperty("message", "unknown error");
        return reply(status, List.of(entry));
    }

    private JsonObject entry(String text, @Nullable JsonElement detail) {
        JsonObject entry = new JsonObject();
        entry.addProperty("code", name());
        entry.addProperty("message", text);
        if (detail != null) {
            entry.add("detail", detail);
        }
        return entry;
    }

    private static Reply reply(int status, List<JsonObject> entries) {
        JsonArray errors = new JsonArray();
        entries.forEach(errors::add);
        JsonObject body = new JsonObject();
        body.add("errors", errors);
        return Reply.json(status, body);
    }
}
