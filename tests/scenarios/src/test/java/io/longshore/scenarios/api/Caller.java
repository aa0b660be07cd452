// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import io.longshore.registry.ContainerRegistryClientBuilder;
import java.util.stream.Stream;

/** Who runs a scenario: through which API, and with a login or without. */
public record Caller(Way way, boolean signedIn) {
    static Stream<Caller> each() {
        return Stream.of(Way.values()).flatMap(way -> Stream.of(new Caller(way, true), new Caller(way, false)));
    }

    public Registry registry(ContainerRegistryClientBuilder builder) {
        return way.registry(signedIn ? builder : builder.credential(null));
    }

    @Override
    public String toString() {
        return way + (signedIn ? " signed in" : " anonymous");
    }
}
