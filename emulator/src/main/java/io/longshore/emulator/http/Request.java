// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * A request that found its route.
 *
 * @param method the method
 * @param host the registry's name as the caller knows it: the {@code Host} header
 * @param rawPath the path as sent
 * @param variables what the route's pattern captured, decoded
 * @param query the query, decoded
 * @param headers the headers
 * @param body the body, to be read at most once
 * @param length the body's length, or -1 if it comes in chunks
 */
public record Request(
        String method,
        String host,
        String rawPath,
        Map<String, String> variables,
        Query query,
        Headers headers,
        InputStream body,
        long length) {
    /** The repository in the path. */
    public String repository() {
        return variable("name");
    }

    /** A variable of the route. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("the route has no variable " + name);
        }
        return value;
    }

    /** The whole body; more bytes than the limit are refused with 413. */
    public byte[] readBody(int limit) throws IOException {
        byte[] bytes = body.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new Refusal(RegistryError.SIZE_INVALID.replyAs(413, "the body has more than " + limit + " bytes"));
        }
        return bytes;
    }
}
