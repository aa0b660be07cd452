// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import io.longshore.replay.recording.Asked;
import io.longshore.replay.recording.Content;
import io.longshore.replay.recording.Scope;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What of a request counts, by name: two requests are the same if these are. Follows {@link Deviation}. */
final class Wire {
    private static final String API_VERSION = "api-version=2021-07-01";
    private static final List<String> MANIFEST_TYPES = List.of(
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.oci.image.index.v1+json",
            "*/*");

    private Wire() {}

    /** What the recording wants to see; {@code verbatim} for a followed link. */
    static SortedMap<String, String> expected(Asked asked, boolean verbatim) {
        SortedMap<String, String> parts = parts(asked, verbatim);
        parts.put("api-version", isVersioned(asked) && !verbatim ? API_VERSION : "none");
        if (isManifestGet(asked)) {
            parts.put("Accept", "every type of manifest");
        }
        return parts;
    }

    /** What was sent. */
    static SortedMap<String, String> sent(Asked asked, boolean verbatim) {
        SortedMap<String, String> parts = parts(asked, verbatim);
        boolean versioned = Arrays.asList(asked.query().split("&", -1)).contains(API_VERSION);
        parts.put("api-version", versioned ? API_VERSION : "none");
        if (isManifestGet(asked)) {
            String accept = asked.headers().get("Accept").orElse("");
            parts.put("Accept", namesEveryType(accept) ? "every type of manifest" : accept);
        }
        return parts;
    }

    private static SortedMap<String, String> parts(Asked asked, boolean verbatim) {
        SortedMap<String, String> parts = new TreeMap<>();
        parts.put("to", asked.storage() ? "storage" : "registry");
        parts.put("method", asked.method());
        if (verbatim) {
            parts.put("target", asked.target());
        } else {
            parts.put("path", asked.storage() ? asked.path() : asked.plainPath());
            parts.put("query", query(asked));
        }
        parts.put("Authorization", asked.headers().get("Authorization").orElse("none"));
        for (String name : List.of("Content-Range", "Range")) {
            asked.headers().get(name).ifPresent(value -> parts.put(name, value));
        }
        Content body = asked.body().orElse(Content.EMPTY);
        if (body.length() > 0) {
            parts.put("Content-Type", mediaType(asked));
        }
        parts.put("body", body(asked, body));
        return parts;
    }

    private static String query(Asked asked) {
        return Arrays.stream(asked.query().split("&", -1))
                .filter(parameter -> !parameter.isEmpty())
                .filter(parameter -> asked.storage() || !parameter.equals(API_VERSION))
                .map(parameter -> asked.storage() && parameter.equals("sp=Sanitized") ? "sp=r" : parameter)
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String mediaType(Asked asked) {
        return asked.headers().get("Content-Type").orElse("none").split(";", 2)[0];
    }

    private static String body(Asked asked, Content body) {
        if (body.length() == 0) {
            return "none";
        }
        return switch (mediaType(asked)) {
            case "application/x-www-form-urlencoded" -> form(body.text()).toString();
            default -> body.toString();
        };
    }

    static SortedMap<String, String> form(String text) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (String field : text.split("&", -1)) {
            String[] parts = field.split("=", 2);
            String twice = fields.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            if (twice != null) {
                throw new IllegalArgumentException("a field is repeated: " + text);
            }
        }
        fields.computeIfPresent("scope", (name, scope) -> Scope.sorted(scope));
        fields.computeIfPresent("refresh_token", (name, token) -> token.equals("REDACTED") ? "Sanitized" : token);
        if ("password".equals(fields.get("grant_type")) && "Sanitized".equals(fields.get("refresh_token"))) {
            fields.remove("refresh_token");
        }
        return fields;
    }

    private static boolean isVersioned(Asked asked) {
        return !asked.storage()
                && (asked.path().startsWith("/acr/") || asked.path().startsWith("/oauth2/"));
    }

    private static boolean isManifestGet(Asked asked) {
        return asked.is("GET", "/v2/") && asked.path().contains("/manifests/");
    }

    private static boolean namesEveryType(String accept) {
        List<String> types = Arrays.stream(accept.split(","))
                .map(type -> type.split(";", 2)[0].trim())
                .toList();
        return types.containsAll(MANIFEST_TYPES);
    }
}
