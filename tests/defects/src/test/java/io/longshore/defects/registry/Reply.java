// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.registry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a scripted registry answers.
 *
 * @param status the status
 * @param headers further headers
 * @param body what is sent of the body
 * @param promised the length that is told beforehand; more than is sent breaks the connection, zero tells none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Reply(int status, Map<String, String> headers, byte[] body, long promised) {
    /** Without headers and body. */
    public static Reply status(int status) {
        return new Reply(status, Map.of(), new byte[0], -1);
    }

    /** JSON with status 200. */
    public static Reply json(String text) {
        return status(200).with("Content-Type", "application/json").body(text);
    }

    /** A failure as registries tell it. */
    public static Reply error(int status, String code) {
        return json("{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"as scripted\"}]}")
                .as(status);
    }

    /** With another status. */
    public Reply as(int other) {
        return new Reply(other, headers, body, promised);
    }

    /** With one more header. */
    public Reply with(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body, promised);
    }

    /** With this body. */
    public Reply body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With this body and its length. */
    public Reply body(byte[] bytes) {
        return new Reply(status, headers, bytes, bytes.length == 0 ? -1 : bytes.length);
    }

    /** Breaks the connection after this many bytes of the body. */
    public Reply cutAfter(int sent) {
        return new Reply(status, headers, Arrays.copyOf(body, sent), body.length);
    }

    /** Does not tell the length. */
    public Reply chunked() {
        return new Reply(status, headers, body, 0);
    }
}
