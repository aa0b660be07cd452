// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.models;

import com.azure.json.JsonReader;
import com.azure.json.JsonWriter;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The four locks that a repository, a tag and a manifest each have: the wire member {@code changeableAttributes}. */
final class ChangeableAttributes {
    /** One lock; declared in the order in which they are written. */
    enum Flag {
        DELETE("deleteEnabled"),
        WRITE("writeEnabled"),
        LIST("listEnabled"),
        READ("readEnabled");

        private final String wireName;

        Flag(String wireName) {
            this.wireName = wireName;
        }
    }

    static final String MEMBER = "changeableAttributes";

    private final Map<Flag, Boolean> flags = new EnumMap<>(Flag.class);

    ChangeableAttributes copy() {
        ChangeableAttributes copy = new ChangeableAttributes();
        copy.flags.putAll(flags);
        return copy;
    }

    @Nullable
    Boolean get(Flag flag) {
        return flags.get(flag);
    }

    void set(Flag flag, @Nullable Boolean enabled) {
        if (enabled == null) {
            flags.remove(flag);
        } else {
            flags.put(flag, enabled);
        }
    }

    /** Takes over the locks the object has; others, such as {@code teleportEnabled}, are passed over. */
    void readFrom(JsonReader reader) throws IOException {
        JsonMembers.read(reader, MEMBER, this::readMember);
    }

    private void readMember(String name, JsonReader value) throws IOException {
        for (Flag flag : Flag.values()) {
            if (flag.wireName.equals(name)) {
                set(flag, JsonMembers.flag(value, name));
                return;
            }
        }
        value.skipChildren();
    }

    boolean isEmpty() {
        return flags.isEmpty();
    }

    /** Writes the whole member, or nothing if no lock is known. */
    void writeTo(JsonWriter writer) throws IOException {
        if (isEmpty()) {
            return;
        }
        writer.writeStartObject(MEMBER);
        for (Map.Entry<Flag, Boolean> entry : flags.entrySet()) {
            writer.writeBooleanField(entry.getKey().wireName, entry.getValue());
        }
        writer.writeEndObject();
    }
}
