// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.recording;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Token scopes. */
public final class Scope {
    private static final Pattern METADATA = Pattern.compile("/acr/v1/(.+?)(/_(tags|manifests).*)?");
    private static final Pattern CONTENT = Pattern.compile("/v2/(.+)/(manifests|blobs)/.*");

    private Scope() {}

    /** The scope that the contract's table (section 2.3) names for a request. */
    public static String neededFor(Asked asked) {
        String path = asked.plainPath();
        if (path.equals("/acr/v1/_catalog")) {
            return "registry:catalog:*";
        }
        Matcher metadata = METADATA.matcher(path);
        if (metadata.matches()) {
            return "repository:" + metadata.group(1) + ":" + metadataAction(asked.method());
        }
        Matcher content = CONTENT.matcher(path);
        if (content.matches()) {
            return "repository:" + content.group(1) + ":" + contentActions(asked.method());
        }
        throw new IllegalArgumentException("no scope is known for " + asked);
    }

    private static String metadataAction(String method) {
        return switch (method) {
            case "GET" -> "metadata_read";
            case "PATCH" -> "metadata_write";
            case "DELETE" -> "delete";
            default -> throw new IllegalArgumentException(method);
        };
    }

    private static String contentActions(String method) {
        return switch (method) {
            case "GET", "HEAD" -> "pull";
            case "DELETE" -> "delete";
            default -> "pull,push";
        };
    }

    /** Actions in the order of the alphabet: the service's order is not stable. */
    public static String sorted(String scope) {
        int colon = scope.lastIndexOf(':');
        return scope.substring(0, colon + 1)
                + String.join(
                        ",",
                        new TreeSet<>(Arrays.asList(scope.substring(colon + 1).split(","))));
    }
}
