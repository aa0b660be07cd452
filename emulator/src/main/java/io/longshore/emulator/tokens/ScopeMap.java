// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.tokens;

import io.longshore.emulator.http.Permission;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rights in some repositories. What several rules say of one repository adds up.
 *
 * @param actions by a repository's name, or by the beginning of names followed by {@code *}
 */
record ScopeMap(Map<String, Set<String>> actions) implements Predicate<Permission> {
    /** Copies the rules. */
    ScopeMap {
        actions = Map.copyOf(actions);
    }

    @Override
    public boolean test(Permission permission) {
        return permission.type().equals("repository") && in(permission.name()).test(permission);
    }

    private Rights in(String repository) {
        Set<String> all = new HashSet<>();
        actions.forEach((repositories, allowed) -> {
            if (covers(repositories, repository)) {
                all.addAll(allowed);
            }
        });
        return new Rights(all);
    }

    private static boolean covers(String repositories, String repository) {
        return repositories.endsWith("*")
                ? repository.startsWith(repositories.substring(0, repositories.length() - 1))
                : repository.equals(repositories);
    }
}
