// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names and values of a query or a form, in order. */
public final class Query {
    private final List<Parameter> parameters;

    private Query(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    private record Parameter(String name, String value) {}

    /**
     * Parses {@code a=1&b=2}.
     *
     * @throws IllegalArgumentException if a percent-encoding is broken
     */
    public static Query parse(String text) {
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.add(new Parameter(decode(name), decode(value)));
            }
        }
        return new Query(parameters);
    }

    /** The first value of this name. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** All values of this name. */
    public List<String> all(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    /** A value as it appears in a query. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
