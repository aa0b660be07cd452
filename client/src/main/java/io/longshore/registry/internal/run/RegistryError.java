// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One entry of a registry's error body, {@code {"errors":[{code, message, detail}]}}.
 *
 * @param code the registry's code, empty if absent
 * @param message the registry's words, empty if absent
 * @param detail the detail as text: on the wire it is absent, null, a string, an object or an array
 */
record RegistryError(String code, String message, String detail) {

    /** Reads all entries; a body that is not such JSON has none. */
    static List<RegistryError> parse(byte[] body) {
        if (body.length == 0 || body[0] != '{') {
            return List.of();
        }
        try (JsonReader reader = JsonProviders.createReader(body)) {
            return reader.readUntyped() instanceof Map<?, ?> map && map.get("errors") instanceof List<?> errors
                    ? entries(errors)
                    : List.of();
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            // A cut or garbled error body must not hide the status; the caller shows its text instead.
            return List.of();
        }
    }

    private static List<RegistryError> entries(List<?> errors) {
        List<RegistryError> read = new ArrayList<>();
        for (Object error : errors) {
            if (error instanceof Map<?, ?> members) {
                read.add(new RegistryError(
                        text(members.get("code")), text(members.get("message")), text(members.get("detail"))));
            }
        }
        return List.copyOf(read);
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return value == null || Map.of().equals(value) ? "" : Objects.toString(value);
    }

    @Override
    public String toString() {
        String words = code.isEmpty() ? message : code + " " + message;
        return (detail.isEmpty() ? words : words + " (" + detail + ")").strip();
    }
}
