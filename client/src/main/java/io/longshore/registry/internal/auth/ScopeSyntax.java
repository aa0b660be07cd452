// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import java.util.Objects;
import java.util.regex.Pattern;

/** Scopes as a caller writes them: {@code type:name:action,action}, by the distribution token specification. */
final class ScopeSyntax {
    private static final Pattern SCOPE =
            Pattern.compile("[a-z0-9]+(\\([a-z0-9]+\\))?:[A-Za-z0-9._/:*-]+:(\\*|[a-z_]++(?:,[a-z_]++)*+)");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final String EXAMPLES =
            "a scope reads like repository:samples/app:pull, repository:samples/app:pull,push"
                    + " or registry:catalog:*";

    private ScopeSyntax() {}

    /** One set of all of them. */
    static Scopes parse(String... scopes) {
        Objects.requireNonNull(scopes, "'scopes' cannot be null.");
        if (scopes.length == 0) {
            throw new IllegalArgumentException("'scopes' cannot be empty: " + EXAMPLES + ".");
        }
        for (String scope : scopes) {
            Objects.requireNonNull(scope, "'scopes' cannot hold null.");
            if (!SCOPE.matcher(scope).matches()) {
                throw new IllegalArgumentException("'scopes' holds \""
                        + CONTROL.matcher(scope).replaceAll("?") + "\", which is not one scope: " + EXAMPLES + ".");
            }
        }
        return new Scopes(String.join(" ", scopes));
    }
}
