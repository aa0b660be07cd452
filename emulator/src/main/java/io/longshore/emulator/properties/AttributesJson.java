// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.properties;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.longshore.emulator.http.Refusal;
import io.longshore.emulator.http.RegistryError;
import io.longshore.emulator.http.Request;
import io.longshore.emulator.http.StrictJson;
import io.longshore.emulator.store.Attributes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Attributes as JSON. */
public final class AttributesJson {
    private static final int LARGEST_CHANGE = 64 * 1024;

    private AttributesJson() {}

    /** The four flags. */
    public static JsonObject flags(Attributes attributes) {
        JsonObject json = new JsonObject();
        json.addProperty("deleteEnabled", attributes.deleteEnabled());
        json.addProperty("writeEnabled", attributes.writeEnabled());
        json.addProperty("readEnabled", attributes.readEnabled());
        json.addProperty("listEnabled", attributes.listEnabled());
        return json;
    }

    /** The body of a PATCH. To be read before the change of the database, for which others would have to wait. */
    public static byte[] body(Request request) throws IOException {
        return request.readBody(LARGEST_CHANGE);
    }

    /** The attributes after the change in the body of a PATCH: members that are not sent keep their value. */
    public static Attributes changed(Attributes before, byte[] body) {
        JsonObject change = parse(body);
        return new Attributes(
                flag(change, "deleteEnabled", before.deleteEnabled()),
                flag(change, "writeEnabled", before.writeEnabled()),
                flag(change, "readEnabled", before.readEnabled()),
                flag(change, "listEnabled", before.listEnabled()),
                text(change, "quarantineState", before.quarantineState()),
                text(change, "quarantineDetails", before.quarantineDetails()));
    }

    private static JsonObject parse(byte[] body) {
        JsonElement json = StrictJson.parse(body).orElseThrow(() -> malformed("the body is not JSON"));
        if (!json.isJsonObject()) {
            throw malformed("the body is not a JSON object");
        }
        return json.getAsJsonObject();
    }

    private static boolean flag(JsonObject change, String name, boolean before) {
        JsonElement value = change.get(name);
        if (value == null || value.isJsonNull()) {
            return before;
        }
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
            throw malformed(name + " must be true or false");
        }
        return value.getAsBoolean();
    }

    private static @Nullable String text(JsonObject change, String name, @Nullable String before) {
        JsonElement value = change.get(name);
        if (value == null || value.isJsonNull()) {
            return before;
        }
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw malformed(name + " must be a string");
        }
        return value.getAsString();
    }

    private static Refusal malformed(String detail) {
        return new Refusal(RegistryError.BAD_REQUEST.reply(detail));
    }
}
