// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.recording;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One recorded scenario.
 *
 * @param name the file's name without its ending, such as {@code 03-anonymous-catalog}
 */
public record Recording(String name, List<Exchange> exchanges) {
    private static final String ENDING = ".json";

    /**
     * Two recordings lost the bodies of their PATCH requests. The README of the recordings says what they did: these
     * are the bodies, in order.
     */
    private static final Map<String, List<String>> LOST_BODIES = Map.of(
            "08-tag-patch", List.of("{\"deleteEnabled\":false}", "{\"deleteEnabled\":true}"),
            "16-manifest-properties-patch", List.of("{\"deleteEnabled\":false}"));

    public Recording {
        exchanges = List.copyOf(exchanges);
    }

    /** Reads a file. */
    public static Recording read(Path file) {
        String name = file.getFileName().toString();
        name = name.substring(0, name.length() - ENDING.length());
        List<Exchange> exchanges = new ArrayList<>();
        try {
            for (JsonElement element :
                    JsonParser.parseString(Files.readString(file)).getAsJsonArray()) {
                JsonObject exchange = element.getAsJsonObject();
                exchanges.add(new Exchange(
                        asked(exchange.getAsJsonObject("request"), lostBody(name, exchanges.size())),
                        answered(exchange.getAsJsonObject("response"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Recording(name, exchanges);
    }

    private static Asked asked(JsonObject json, Optional<Content> lostBody) {
        return new Asked(
                json.get("method").getAsString(),
                json.get("path").getAsString(),
                json.has("host"),
                headers(json),
                body(json).or(() -> lostBody));
    }

    private static Optional<Content> lostBody(String name, int index) {
        return Optional.ofNullable(LOST_BODIES.get(name)).map(bodies -> Content.of(bodies.get(index)));
    }

    private static Answered answered(JsonObject json) {
        return new Answered(json.get("status").getAsInt(), headers(json), body(json));
    }

    private static Fields headers(JsonObject json) {
        Map<String, String> headers = new TreeMap<>();
        json.getAsJsonObject("headers").asMap().forEach((name, value) -> headers.put(name, value.getAsString()));
        return Fields.of(headers);
    }

    private static Optional<Content> body(JsonObject json) {
        if (json.has("bodyBase64")) {
            return Optional.of(
                    Content.of(Base64.getDecoder().decode(json.get("bodyBase64").getAsString())));
        }
        return json.has("body") ? Optional.of(Content.of(json.get("body").getAsString())) : Optional.empty();
    }
}
