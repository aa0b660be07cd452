// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.recording;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Header fields; names without regard to case. */
public final class Fields {
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Fields(Map<String, String> values) {
        this.values.putAll(values);
    }

    public static Fields of(Map<String, String> values) {
        return new Fields(values);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Map<String, String> all() {
        return Collections.unmodifiableMap(values);
    }

    public Fields with(String name, String value) {
        Fields copy = new Fields(values);
        copy.values.put(name, value);
        return copy;
    }

    public Fields without(String name) {
        Fields copy = new Fields(values);
        copy.values.remove(name);
        return copy;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
