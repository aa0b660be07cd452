// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.util.List;

/** Lets a request pass or refuses it. */
@FunctionalInterface
public interface Guard {
    /** Throws a {@link Refusal} unless the request carries these rights. */
    void check(Request request, List<Permission> demanded);
}
