// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.json.JsonReader;
import com.azure.json.JsonToken;
import com.azure.json.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON values as plain Java objects without loss: azure-json's own untyped form rounds long fractions and writes big
 * numbers as strings.
 */
final class UntypedJson {
    /** Deep enough for anything sensible, and far from the end of the stack. */
    private static final int DEEPEST = 500;

    private UntypedJson() {}

    /** Gives a String, Boolean, Integer, Long, BigInteger, BigDecimal, List, Map or null. */
    static @Nullable Object read(JsonReader reader) throws IOException {
        return read(reader, 0);
    }

    private static @Nullable Object read(JsonReader reader, int depth) throws IOException {
        if (reader.isStartArrayOrObject()) {
            return nested(reader, depth + 1);
        }
        JsonToken token = reader.currentToken();
        if (token == JsonToken.NUMBER) {
            return number(reader.getText());
        }
        if (token == JsonToken.BOOLEAN) {
            return reader.getBoolean();
        }
        if (token != JsonToken.STRING && token != JsonToken.NULL) {
            throw new IOException("Expected a JSON value but found " + token);
        }
        return token == JsonToken.NULL ? null : reader.getString();
    }

    private static Object nested(JsonReader reader, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("JSON is nested more than " + DEEPEST + " deep");
        }
        return reader.currentToken() == JsonToken.START_OBJECT ? object(reader, depth) : array(reader, depth);
    }

    private static Map<String, @Nullable Object> object(JsonReader reader, int depth) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        JsonMembers.read(reader, "an untyped value", (name, value) -> object.put(name, read(value, depth)));
        return object;
    }

    private static List<@Nullable Object> array(JsonReader reader, int depth) throws IOException {
        List<@Nullable Object> array = new ArrayList<>();
        while (reader.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(reader, depth));
        }
        return array;
    }

    private static Number number(String text) throws IOException {
        boolean whole = text.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E');
        try {
            return whole ? smallest(new BigInteger(text)) : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IOException("Not a number that can be held: " + text, e);
        }
    }

    private static Number smallest(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    /** Writes what {@link #read} gives, and whatever else azure-json can write. */
    static void write(JsonWriter writer, @Nullable Object value) throws IOException {
        if (value instanceof BigInteger || value instanceof BigDecimal) {
            writer.writeRawValue(value.toString());
        } else if (value instanceof Map<?, ?> object) {
            writer.writeStartObject();
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                writer.writeFieldName(String.valueOf(entry.getKey()));
                write(writer, entry.getValue());
            }
            writer.writeEndObject();
        } else if (value instanceof Iterable<?> array) {
            writer.writeStartArray();
            for (Object entry : array) {
                write(writer, entry);
            }
            writer.writeEndArray();
        } else {
            writer.writeUntyped(value);
        }
    }
}
