// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import com.azure.json.JsonToken;
import com.azure.json.JsonWriter;
import com.azure.json.WriteValueCallback;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members a JSON object was read with: their order, and the text of those that no property carries.
 *
 * <p>A manifest is named by the digest of its bytes, so what was read is written again in the same order, and what is not
 * understood is kept as it stood, numbers digit by digit.
 */
final class MemberOrder {
    /** Stands in for the text of a member that a property carries. */
    private static final String CARRIED = "";

    private static final String NULL = "null";

    private final Map<String, String> members = new LinkedHashMap<>();

    /** Takes one member if a property carries it; a member that is not taken must not be read. */
    @FunctionalInterface
    interface Property {
        boolean take(String name, JsonReader value) throws IOException;
    }

    /** Writes the value of one member. */
    @FunctionalInterface
    interface Value {
        void write(JsonWriter writer) throws IOException;
    }

    /** Offers each member to {@code property} and keeps the others; false if there is JSON null in place of an object. */
    boolean read(JsonReader reader, String what, Property property) throws IOException {
        return JsonMembers.read(
                reader, what, (name, value) -> members.put(name, property.take(name, value) ? CARRIED : textOf(value)));
    }

    static void putText(Map<String, Value> values, String name, @Nullable String text) {
        if (text != null) {
            values.put(name, writer -> writer.writeString(text));
        }
    }

    static void putObject(Map<String, Value> values, String name, @Nullable JsonSerializable<?> object) {
        if (object != null) {
            values.put(name, object::toJson);
        }
    }

    /** A list that was read from JSON null and is still empty stays JSON null. */
    <T> void putList(
            Map<String, Value> values, String name, @Nullable List<T> list, WriteValueCallback<JsonWriter, T> entry) {
        if (list != null && !(list.isEmpty() && NULL.equals(members.get(name)))) {
            values.put(name, writer -> writer.writeArray(list, entry));
        }
    }

    /** Writes the object: members that were read keep their places, then come the others in the order given. */
    JsonWriter write(JsonWriter writer, Map<String, Value> properties) throws IOException {
        Set<String> names = new LinkedHashSet<>(members.keySet());
        names.addAll(properties.keySet());
        writer.writeStartObject();
        for (String name : names) {
            Value property = properties.get(name);
            String text = members.getOrDefault(name, CARRIED);
            if (property != null) {
                writer.writeFieldName(name);
                property.write(writer);
            } else if (!text.equals(CARRIED)) {
                writer.writeRawField(name, text);
            }
        }
        return writer.writeEndObject();
    }

    private static String textOf(JsonReader value) throws IOException {
        if (value.isStartArrayOrObject()) {
            return value.readChildren();
        }
        return value.currentToken() == JsonToken.STRING ? '"' + value.getRawText() + '"' : value.getText();
    }
}
