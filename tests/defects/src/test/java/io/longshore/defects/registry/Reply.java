// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.registry;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a scripted registry answers.
 *
 * @param status the status
 * @param headers further headers
 * @param body the body, sent with its length unless {@code Transfer-Encoding} is among the headers
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {
    /** Without headers and body. */
    public static Reply status(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }

    /** JSON with status 200. */
    public static Reply json(String text) {
        return status(200).with("Content-Type", "application/json").body(text);
    }

    /** With one more header. */
    public Reply with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }

    /** With this body. */
    public Reply body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With this body. */
    public Reply body(byte[] bytes) {
        return new Reply(status, headers, bytes);
    }
}
