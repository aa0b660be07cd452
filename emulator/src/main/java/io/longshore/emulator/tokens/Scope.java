// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.tokens;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.longshore.emulator.http.Permission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Actions on one resource, such as {@code repository:app:pull,push}. */
record Scope(String type, String name, List<String> actions) {
    /** Copies the actions. */
    Scope {
        actions = List.copyOf(actions);
    }

    /** Reads one scope; empty if it is none. */
    static Optional<Scope> parse(String text) {
        int first = text.indexOf(':');
        int last = text.lastIndexOf(':');
        if (first <= 0 || last <= first + 1 || last == text.length() - 1) {
            return Optional.empty();
        }
        return Optional.of(new Scope(
                text.substring(0, first),
                text.substring(first + 1, last),
                List.of(text.substring(last + 1).split(","))));
    }

    /** Puts rights on the same resource into one scope each, in their order. */
    static List<Scope> of(List<Permission> permissions) {
        Map<String, Scope> scopes = new LinkedHashMap<>();
        for (Permission permission : permissions) {
            Scope one = new Scope(permission.type(), permission.name(), List.of(permission.action()));
            scopes.merge(permission.type() + ":" + permission.name(), one, Scope::plus);
        }
        return List.copyOf(scopes.values());
    }

    /** The scope as far as these rights go. */
    Scope within(Predicate<Permission> rights) {
        return new Scope(
                type,
                name,
                actions.stream()
                        .filter(action -> rights.test(new Permission(type, name, action)))
                        .toList());
    }

    boolean covers(Permission permission) {
        return type.equals(permission.type())
                && (name.equals("*") || name.equals(permission.name()))
                && (actions.contains("*") || actions.contains(permission.action()));
    }

    JsonObject toClaim() {
        JsonArray list = new JsonArray();
        actions.forEach(list::add);
        JsonObject claim = new JsonObject();
        claim.addProperty("Type", type);
        claim.addProperty("Name", name);
        claim.add("Actions", list);
        return claim;
    }

    static Scope fromClaim(JsonObject claim) {
        List<String> actions = new ArrayList<>();
        for (JsonElement action : claim.getAsJsonArray("Actions")) {
            actions.add(action.getAsString());
        }
        return new Scope(claim.get("Type").getAsString(), claim.get("Name").getAsString(), actions);
    }

    @Override
    public String toString() {
        return type + ":" + name + ":" + String.join(",", actions);
    }

    private Scope plus(Scope other) {
        List<String> all = new ArrayList<>(actions);
        all.addAll(other.actions());
        return new Scope(type, name, all);
    }
}
