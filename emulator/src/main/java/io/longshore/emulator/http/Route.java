// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * One line of the route table.
 *
 * @param method the method
 * @param pattern what the path looks like
 * @param open whether it is served without any login
 * @param demands the rights that a call needs
 * @param handler what answers it
 */
public record Route(
        String method,
        PathPattern pattern,
        boolean open,
        Function<Request, List<Permission>> demands,
        Handler handler) {
    /** Answers a request. */
    @FunctionalInterface
    public interface Handler {
        /** Answers, or throws a {@link Refusal}. */
        Reply handle(Request request) throws IOException;
    }

    /** A route that needs these rights on the repository in its path. */
    public static Route on(String method, String pattern, Handler handler, String... actions) {
        return new Route(
                method,
                PathPattern.of(pattern),
                false,
                request -> Arrays.stream(actions)
                        .map(action -> Permission.on(request.repository(), action))
                        .toList(),
                handler);
    }

    /** A route that needs the right to list the registry's repositories. */
    public static Route onCatalog(String method, String pattern, Handler handler) {
        return new Route(
                method,
                PathPattern.of(pattern),
                false,
                request -> List.of(new Permission("registry", "catalog", "*")),
                handler);
    }

    /** A route that needs a login, but no particular right. */
    public static Route forAnyLogin(String method, String pattern, Handler handler) {
        return new Route(method, PathPattern.of(pattern), false, request -> List.of(), handler);
    }

    /** A route that needs no login. */
    public static Route forAll(String method, String pattern, Handler handler) {
        return new Route(method, PathPattern.of(pattern), true, request -> List.of(), handler);
    }
}
