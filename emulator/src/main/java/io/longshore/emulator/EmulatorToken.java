// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import io.longshore.emulator.http.PathPattern;
import io.longshore.emulator.tokens.Login;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A repository-scoped token as the service has them: a name, a password, and a scope map that says what may be done in
 * which repositories. It logs in by {@code Basic}, at {@code /oauth2/token} or with each call. It never lists the
 * registry's catalog, as the service's documentation says. An immutable value; its text does not show the password.
 *
 * <pre>{@code
 * EmulatorToken ci = EmulatorToken.of("ci", "secret")
 *         .allow("team/*", EmulatorPermission.READ, EmulatorPermission.METADATA_READ)
 *         .allow("team/app", EmulatorPermission.WRITE);
 * RegistryEmulator.start(EmulatorOptions.defaults().withToken(ci));
 * }</pre>
 */
public final class EmulatorToken {
    private final String name;
    private final String password;
    private final Map<String, Set<EmulatorPermission>> scopeMap;

    private EmulatorToken(String name, String password, Map<String, Set<EmulatorPermission>> scopeMap) {
        this.name = name;
        this.password = password;
        this.scopeMap = scopeMap;
    }

    /**
     * A token that may do nothing yet.
     *
     * @param name the name to log in with, without a colon
     * @param password the password
     * @return the token
     * @throws IllegalArgumentException if name or password are empty, or nobody could log in with such a name
     */
    public static EmulatorToken of(String name, String password) {
        Login.requireUsable(name, password);
        return new EmulatorToken(name, password, Map.of());
    }

    /**
     * The same token with more rights; what several rules say of one repository adds up.
     *
     * @param repositories a repository's name, or the beginning of names followed by {@code *}, such as {@code team/*}
     * @param permissions what it may do there; {@code READ} stands for {@code content/read} in a scope map, and so on
     * @return a token with these rights too
     * @throws IllegalArgumentException if no repository can have such a name, or there are no permissions
     */
    public EmulatorToken allow(String repositories, EmulatorPermission... permissions) {
        boolean possible = repositories.endsWith("*")
                ? isBeginning(repositories.substring(0, repositories.length() - 1))
                : PathPattern.isName(repositories);
        if (!possible) {
            throw new IllegalArgumentException(
                    "neither a repository's name nor the beginning of one with * at its end: " + repositories);
        }
        if (permissions.length == 0) {
            throw new IllegalArgumentException("permissions must not be empty");
        }
        Map<String, Set<EmulatorPermission>> more = new LinkedHashMap<>(scopeMap);
        Set<EmulatorPermission> all = EnumSet.copyOf(List.of(permissions));
        all.addAll(scopeMap.getOrDefault(repositories, Set.of()));
        more.put(repositories, all);
        return new EmulatorToken(name, password, more);
    }

    /**
     * The name to log in with.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name + ": "
                + scopeMap.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    /** A letter fits after whatever a name can begin with, unless that is as long as a name may be. */
    private static boolean isBeginning(String text) {
        return PathPattern.isName(text + "a") || PathPattern.isName(text);
    }

    Login login() {
        Map<String, Set<String>> actions = new LinkedHashMap<>();
        scopeMap.forEach((repositories, permissions) -> actions.put(
                repositories,
                permissions.stream().map(EmulatorPermission::action).collect(Collectors.toSet())));
        return Login.scoped(name, password, actions);
    }
}
