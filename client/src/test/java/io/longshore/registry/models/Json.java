// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import com.azure.json.ReadValueCallback;
import java.io.IOException;
import java.util.Objects;

/** JSON text in and out of a model. */
final class Json {
    private Json() {}

    static <T> T parse(String text, ReadValueCallback<JsonReader, T> model) throws IOException {
        try (JsonReader reader = JsonProviders.createReader(text)) {
            return Objects.requireNonNull(model.read(reader));
        }
    }

    static String write(JsonSerializable<?> model) throws IOException {
        return model.toJsonString();
    }
}
