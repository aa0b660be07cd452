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
 * The members a JSON object was read with: their order, and the values of those that no property carries.
 *
 * <p>A manifest is named by the digest of its bytes, so what was read is written again in the same order, and what is
 * not understood is kept as it stood, numbers digit by digit.
 */
final class MemberOrder {
    /** Stands in for a member that a property carries. */
    private static final Value CARRIED = writer -> {};

    private static final Value NULL = JsonWriter::writeNull;

    private final Map<String, Value> members = new LinkedHashMap<>();

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

    /**
     * Offers each member to {@code property} and keeps the others; false if there is JSON null in place of an object.
     */
    boolean read(JsonReader reader, String what, Property property) throws IOException {
        return JsonMembers.read(
                reader, what, (name, value) -> members.put(name, property.take(name, value) ? CARRIED : kept(value)));
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
            Value value = properties.getOrDefault(name, members.getOrDefault(name, CARRIED));
            if (!value.equals(CARRIED)) {
                writer.writeFieldName(name);
                value.write(writer);
            }
        }
        return writer.writeEndObject();
    }

    private static Value kept(JsonReader value) throws IOException {
        if (value.currentToken() == JsonToken.NULL) {
            return NULL;
        }
        if (value.currentToken() == JsonToken.STRING) {
            String text = value.getString();
            return writer -> writer.writeString(text);
        }
        String json = value.isStartArrayOrObject() ? value.readChildren() : value.getText();
        return writer -> writer.writeRawValue(json);
    }
}
