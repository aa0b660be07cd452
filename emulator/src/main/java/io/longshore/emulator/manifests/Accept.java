// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.manifests;

import io.longshore.emulator.http.Headers;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What a caller of a manifest can read. */
final class Accept {
    private final Set<String> types;

    private Accept(Set<String> types) {
        this.types = types;
    }

    static Accept of(Headers headers) {
        Set<String> types = new HashSet<>();
        for (String line : headers.all("accept")) {
            for (String type : line.split(",", -1)) {
                types.add(type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT));
            }
        }
        types.remove("");
        return new Accept(types);
    }

    /** Without any {@code Accept} everything is taken as readable; not recorded. */
    boolean everything() {
        return types.isEmpty() || types.contains("*/*") || types.contains("application/*");
    }

    boolean reads(String mediaType) {
        return everything() || types.contains(mediaType);
    }
}
