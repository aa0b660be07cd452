// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import com.azure.json.JsonProviders;
import com.azure.json.JsonSerializable;
import com.azure.json.JsonWriter;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** What came back, as text that two runs can be compared by. */
final class Shown {

    private Shown() {}

    static String value(Object value) {
        if (value instanceof Collection<?> values) {
            return values.stream().map(Shown::value).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof JsonSerializable<?> json) {
            return json(json);
        }
        if (value instanceof byte[] bytes) {
            return bytes.length + " bytes " + HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 16));
        }
        if (value instanceof UploadRegistryBlobResult blob) {
            return blob.getDigest() + " " + blob.getSizeInBytes();
        }
        if (value instanceof GetManifestResult manifest) {
            return manifest.getDigest() + " " + manifest.getManifestMediaType() + " " + manifest.getManifest();
        }
        return String.valueOf(value);
    }

    static String failure(Throwable failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static String json(JsonSerializable<?> value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter writer = JsonProviders.createWriter(bytes)) {
            value.toJson(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
