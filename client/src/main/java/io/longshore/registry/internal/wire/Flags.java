// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import com.azure.core.util.BinaryData;
import com.azure.json.JsonProviders;
import com.azure.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What a PATCH changes: a flat object that holds only the flags that are set; the others keep their value. */
record Flags(
        @Nullable Boolean deleteEnabled,
        @Nullable Boolean writeEnabled,
        @Nullable Boolean listEnabled,
        @Nullable Boolean readEnabled) {

    HttpRequest on(HttpRequest request) {
        return request.setBody(json()).setHeader(HttpHeaderName.CONTENT_TYPE, "application/json");
    }

    private BinaryData json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter json = JsonProviders.createWriter(bytes)) {
            json.writeStartObject()
                    .writeBooleanField("deleteEnabled", deleteEnabled)
                    .writeBooleanField("writeEnabled", writeEnabled)
                    .writeBooleanField("listEnabled", listEnabled)
                    .writeBooleanField("readEnabled", readEnabled)
                    .writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return BinaryData.fromBytes(bytes.toByteArray());
    }
}
