// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.tokens;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.longshore.emulator.http.Permission;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a login may do in every repository, in the words of the {@code permissions} claim. */
record Rights(Set<String> actions) implements Predicate<Permission> {
    static final Rights ALL = new Rights(Set.of("read", "write", "delete", "metadata/read", "metadata/write"));

    /** Copies the actions. */
    Rights {
        actions = Set.copyOf(actions);
    }

    static Rights fromClaims(JsonObject claims) {
        Set<String> actions = new LinkedHashSet<>();
        JsonObject permissions = claims.getAsJsonObject("permissions");
        for (JsonElement action : permissions.getAsJsonArray("Actions")) {
            actions.add(action.getAsString());
        }
        return new Rights(actions);
    }

    JsonObject toClaim() {
        JsonArray list = new JsonArray();
        List.of("read", "write", "delete", "metadata/read", "metadata/write").stream()
                .filter(actions::contains)
                .forEach(list::add);
        JsonObject claim = new JsonObject();
        claim.add("Actions", list);
        claim.add("NotActions", null);
        return claim;
    }

    @Override
    public boolean test(Permission permission) {
        if (permission.type().equals("registry")) {
            return permission.name().equals("catalog") && actions.contains("read");
        }
        return switch (permission.action()) {
            case "pull" -> actions.contains("read");
            case "push" -> actions.contains("write");
            case "delete" -> actions.contains("delete");
            case "metadata_read" -> actions.contains("metadata/read");
            case "metadata_write" -> actions.contains("metadata/write");
            case "*" -> actions.containsAll(ALL.actions());
            default -> false;
        };
    }
}
