// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.server;

import com.azure.core.util.BinaryData;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What the server says.
 *
 * @param promised the Content-Length; if it is more than there is, the connection ends early; negative for none at all
 */
public record Reply(int status, Map<String, String> headers, BinaryData body, long promised) {
    public static Reply of(int status) {
        return new Reply(status, Map.of(), BinaryData.fromBytes(new byte[0]), 0);
    }

    public static Reply json(int status, String body) {
        return of(status)
                .header("Content-Type", "application/json; charset=utf-8")
                .body(body);
    }

    public Reply body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    public Reply body(byte[] bytes) {
        return new Reply(status, headers, BinaryData.fromBytes(bytes), bytes.length);
    }

    public Reply header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Reply(status, Map.copyOf(more), body, promised);
    }

    public Reply promising(long length) {
        return new Reply(status, headers, body, length);
    }

    public Reply withoutLength() {
        return promising(-1);
    }
}
