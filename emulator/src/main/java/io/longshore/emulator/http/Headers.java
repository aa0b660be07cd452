// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The headers of a request by lower-case name. */
public final class Headers {
    private final Map<String, List<String>> values;

    private Headers(Map<String, List<String>> values) {
        this.values = values;
    }

    static Headers of(org.apache.hc.core5.http.Header[] received) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (org.apache.hc.core5.http.Header header : received) {
            String value = header.getValue() == null ? "" : header.getValue();
            values.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>(1))
                    .add(value);
        }
        return new Headers(values);
    }

    /** The first value of a header. */
    public Optional<String> first(String lowerCaseName) {
        return all(lowerCaseName).stream().findFirst();
    }

    /** All values of a header. */
    public List<String> all(String lowerCaseName) {
        return values.getOrDefault(lowerCaseName, List.of());
    }

    /** Everything, but credentials reduced to their scheme. */
    public Map<String, List<String>> redacted() {
        return Map.copyOf(withoutCredentials().values);
    }

    Headers withoutCredentials() {
        Map<String, List<String>> copy = new LinkedHashMap<>(values);
        copy.computeIfPresent(
                "authorization",
                (name, credentials) ->
                        credentials.stream().map(Headers::schemeOnly).toList());
        copy.replaceAll((name, all) -> List.copyOf(all));
        return new Headers(copy);
    }

    private static String schemeOnly(String credentials) {
        int space = credentials.indexOf(' ');
        return (space < 0 ? "" : credentials.substring(0, space) + " ") + "(redacted)";
    }
}
