// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.registry;

import java.util.List;
import java.util.Map;

/**
 * A request as a scripted registry got it.
 *
 * @param method such as GET
 * @param target path and query
 * @param headers by their names in lower case
 * @param body what came with it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read by its test alone
public record Received(String method, String target, Map<String, List<String>> headers, byte[] body) {
    /** Whether the method is this one and the target has this part. */
    public boolean is(String wanted, String part) {
        return method.equals(wanted) && target.contains(part);
    }

    /** The header's only value, or an empty text. */
    public String header(String name) {
        return String.join(",", headers.getOrDefault(name, List.of()));
    }

    /** For failure messages. */
    @Override
    public String toString() {
        return method + " " + target;
    }
}
