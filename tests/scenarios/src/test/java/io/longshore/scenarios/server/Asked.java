// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.server;

import java.util.Map;

/**
 * A request as it arrived.
 *
 * @param target path and query
 * @param headers by name, whatever its case
 */
public record Asked(String method, String target, Map<String, String> headers) {
    public boolean is(String ofMethod, String targetPart) {
        return method.equals(ofMethod) && target.contains(targetPart);
    }

    /** The header, or an empty text. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
