// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.json.JsonReader;
import com.azure.json.JsonToken;
import com.azure.json.JsonWriter;
import com.azure.json.ReadValueCallback;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the members of a JSON object; a value of the wrong kind is an {@link IOException} that names the member. */
final class JsonMembers {
    private JsonMembers() {}

    /** Takes one member; the reader stands on the value and must be left on its last token. */
    @FunctionalInterface
    interface Member {
        void read(String name, JsonReader value) throws IOException;
    }

    /** Hands each member of an object to {@code member}; false if there is JSON null in its place. */
    static boolean read(JsonReader reader, String what, Member member) throws IOException {
        JsonToken start = reader.currentToken() == null ? reader.nextToken() : reader.currentToken();
        if (start == JsonToken.NULL) {
            return false;
        }
        if (start != JsonToken.START_OBJECT) {
            throw new IOException("Expected a JSON object for " + what + " but found " + start);
        }
        while (reader.nextToken() != JsonToken.END_OBJECT) {
            if (reader.currentToken() != JsonToken.FIELD_NAME) {
                throw new IOException("The JSON object for " + what + " ends too early");
            }
            String name = reader.getFieldName();
            reader.nextToken();
            member.read(name, reader);
        }
        return true;
    }

    static @Nullable String text(JsonReader value, String name) throws IOException {
        return has(value, name, JsonToken.STRING) ? value.getString() : null;
    }

    static @Nullable Boolean flag(JsonReader value, String name) throws IOException {
        return has(value, name, JsonToken.BOOLEAN) ? value.getBoolean() : null;
    }

    static @Nullable Long wholeNumber(JsonReader value, String name) throws IOException {
        if (!has(value, name, JsonToken.NUMBER)) {
            return null;
        }
        // Not getLong(): that one cuts 1.5 to 1 without a word.
        String text = value.getText();
        try {
            return new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IOException("Member '" + name + "' is not a whole 64-bit number: " + text, e);
        }
    }

    /** A count or a version. */
    static int smallNumber(JsonReader value, String name, int ifNull) throws IOException {
        Long number = wholeNumber(value, name);
        if (number == null) {
            return ifNull;
        }
        if (number.intValue() != number) {
            throw new IOException("Member '" + name + "' is not a 32-bit number: " + number);
        }
        return number.intValue();
    }

    static @Nullable OffsetDateTime time(JsonReader value, String name) throws IOException {
        String text = text(value, name);
        try {
            return text == null ? null : OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IOException("Member '" + name + "' is not an RFC 3339 time: " + text, e);
        }
    }

    /** A modifiable list; empty for JSON null, as the service writes it for a list without entries. */
    static <T> List<T> list(JsonReader value, String name, ReadValueCallback<JsonReader, @Nullable T> entry)
            throws IOException {
        List<T> entries = new ArrayList<>();
        if (!has(value, name, JsonToken.START_ARRAY)) {
            return entries;
        }
        while (value.nextToken() != JsonToken.END_ARRAY) {
            T read = entry.read(value);
            if (read == null) {
                throw new IOException("Member '" + name + "' has a null entry");
            }
            entries.add(read);
        }
        return entries;
    }

    static List<String> texts(JsonReader value, String name) throws IOException {
        return list(value, name, entry -> text(entry, name));
    }

    static String rfc3339(OffsetDateTime time) {
        // OffsetDateTime.toString() leaves out seconds that are zero, which RFC 3339 forbids.
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    static void writeTime(JsonWriter writer, String name, @Nullable OffsetDateTime time) throws IOException {
        if (time != null) {
            writer.writeStringField(name, rfc3339(time));
        }
    }

    /** True on a value of this kind, false on JSON null, a failure on anything else. */
    private static boolean has(JsonReader value, String name, JsonToken kind) throws IOException {
        JsonToken found = value.currentToken();
        if (found != kind && found != JsonToken.NULL) {
            throw new IOException("Member '" + name + "' should be " + kind + " but is " + found);
        }
        return found == kind;
    }
}
