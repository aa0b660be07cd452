// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.recording;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request.
 *
 * @param target path and query as sent, percent-encoding kept
 * @param storage whether it went to the storage service instead of the registry
 * @param body empty where the recording has none
 */
public record Asked(String method, String target, boolean storage, Fields headers, Optional<Content> body) {

    /** The path as sent. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The path, decoded. */
    public String plainPath() {
        return URLDecoder.decode(path().replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The query as sent, without the question mark; empty if there is none. */
    public String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    public boolean isLogin() {
        return !storage && path().startsWith("/oauth2/");
    }

    public boolean isAuthorized() {
        return headers.has("Authorization");
    }

    public boolean is(String method, String pathStart) {
        return this.method.equals(method) && path().startsWith(pathStart);
    }

    public Asked at(String other) {
        return new Asked(method, other, storage, headers, body);
    }

    public Asked with(Fields other) {
        return new Asked(method, target, storage, other, body);
    }

    public Asked with(Content other) {
        return new Asked(method, target, storage, headers, Optional.of(other));
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
