// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.emulator;

import io.longshore.replay.recording.Answered;
import io.longshore.replay.recording.Content;
import io.longshore.replay.recording.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of an answer counts, by name: two answers are the same if these are. Follows {@link Normalisation}. */
final class Comparison {
    /** Have to be absent where the recording has none; others are compared only where it has them. */
    private static final Set<String> MEANINGFUL = Set.of(
            "accept-ranges",
            "allow",
            "content-range",
            "content-type",
            "docker-content-digest",
            "docker-distribution-api-version",
            "docker-upload-uuid",
            "etag",
            "link",
            "location",
            "range",
            "retry-after",
            "www-authenticate",
            "x-ms-int-docker-content-digest",
            "x-ms-ratelimit-remaining-calls-per-second");

    /** Not recorded for redirects. */
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

    private static final Set<String> REWRITTEN = Set.of("04-catalog-paging", "05-repository-get-patch");
    private static final Set<String> WITHOUT_CONFIG_MEDIA_TYPE =
            Set.of("13-manifests-list-default-order", "14-manifests-list-timedesc");
    private static final Pattern CONFIG_MEDIA_TYPE = Pattern.compile(",\"configMediaType\":\"[^\"]*\"");
    private static final Pattern TOKEN = Pattern.compile("(?<=_token\":\")[^\"]+");
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern UPLOAD = Pattern.compile("(?<=/blobs/uploads/)" + UUID + "(\\?.*&_state=)(.+)");
    private static final Pattern SCOPE = Pattern.compile("(?<=scope=\")[^\"]+");

    // The parts of a storage address that differ each time.
    private static final List<Map.Entry<String, String>> STORAGE = List.of(
            Map.entry("https://[^/\"]+/[0-9a-z-]+//docker/", "https://<storage>/<account>//docker/"),
            Map.entry("([?]se=)[0-9-]{10}T[0-9]{2}%3A[0-9]{2}%3A[0-9]{2}Z", "$1<time>"),
            Map.entry("(&(?:amp;)?sig=)[^&]+", "$1<signature>"),
            Map.entry("(&(?:amp;)?sv=)[0-9-]{10}", "$1<version>"),
            Map.entry("(&(?:amp;)?regid=)[0-9a-f]{32}", "$1<registry>"));

    private final String recording;

    Comparison(String recording) {
        this.recording = recording;
    }

    SortedMap<String, String> expected(Answered recorded) {
        return parts(recorded, recorded, text(recorded), 0);
    }

    SortedMap<String, String> actual(Answered answered, Answered recorded) {
        String text = text(answered);
        String body = text;
        if (REWRITTEN.contains(recording)
                && recorded.header("Content-Type").orElse("").contains("json")) {
            body = answered.headers().has("Docker-Distribution-Api-Version") ? text.replaceFirst("\n$", "") : text;
        }
        if (WITHOUT_CONFIG_MEDIA_TYPE.contains(recording)) {
            body = CONFIG_MEDIA_TYPE.matcher(body).replaceAll("");
        }
        return parts(answered, recorded, body, body.length() - text.length());
    }

    private static String text(Answered answered) {
        Content body = answered.body().orElse(Content.EMPTY);
        boolean isText = !answered.header("Content-Type").orElse("").equals("application/octet-stream");
        return isText ? body.text() : body.toString();
    }

    private SortedMap<String, String> parts(Answered answered, Answered recorded, String body, int growth) {
        SortedMap<String, String> parts = new TreeMap<>();
        parts.put("status", String.valueOf(answered.status()));
        answered.headers().all().forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean framing = FRAMING.contains(lower) && recorded.status() != 307;
            if (MEANINGFUL.contains(lower) || framing || recorded.headers().has(name)) {
                parts.put(lower, header(lower, value));
            }
        });
        parts.computeIfPresent("content-length", (name, length) -> String.valueOf(Integer.parseInt(length) + growth));
        if (recorded.status() != 307 || recorded.body().isPresent()) {
            parts.put("body", storage(TOKEN.matcher(body).replaceAll("<token>")));
        }
        return parts;
    }

    private String header(String name, String value) {
        return switch (name) {
            case "www-authenticate" -> challenge(value);
            case "location" -> storage(upload(value));
            case "docker-upload-uuid", "x-ms-request-id" -> value.matches(UUID) ? "<uuid>" : value;
            case "etag" -> value.matches("\"0x8D[0-9A-F]{12,13}\"") ? "\"<etag>\"" : value;
            case "x-ms-ratelimit-remaining-calls-per-second" -> rate(value);
            default -> value;
        };
    }

    private static String rate(String value) {
        if (value.matches("[0-9]{1,2}\\.000000")) {
            return "<deletions>";
        }
        return value.matches("[0-9]{3}(\\.[0-9]{1,6})?") ? "<token calls>" : value;
    }

    private static String challenge(String value) {
        String scopes = SCOPE.matcher(value).replaceAll(found -> Matcher.quoteReplacement(Scope.sorted(found.group())));
        return scopes.replace("\"https://REDACTED/oauth2/token\"", "\"https://REDACTED\"");
    }

    private static String upload(String location) {
        return UPLOAD.matcher(location)
                .replaceAll(found -> Matcher.quoteReplacement("<uuid>" + found.group(2) + state(found.group(3))));
    }

    /** 32 bytes of signature, then JSON. */
    private static String state(String encoded) {
        byte[] state = Base64.getUrlDecoder().decode(encoded.replace("%3D", "="));
        return "<signature>"
                + new String(state, 32, state.length - 32, StandardCharsets.UTF_8)
                        .replaceFirst("(?<=\"UUID\":\")" + UUID, "<uuid>")
                        .replaceFirst("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\\.[0-9]{1,9})?Z", "<time$1>")
                        .replaceFirst("<time\\.[0-9]+>", "<time with fraction>");
    }

    /** Of an address, in a header or in HTML. */
    private static String storage(String text) {
        String address = text;
        for (Map.Entry<String, String> part : STORAGE) {
            address = address.replaceAll(part.getKey(), part.getValue());
        }
        return address;
    }
}
