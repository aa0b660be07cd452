// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.registry;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Upload sessions of scripted registries. */
public final class Sessions {
    private static final String LOCATION = "/v2/" + Clients.REPOSITORY + "/blobs/uploads/1?_state=a";

    private Sessions() {}

    /** One that takes everything and names this digest for what it stored. */
    public static Function<Received, Reply> storingAs(String digest) {
        return answering(UnaryOperator.identity(), digest);
    }

    /** One that changes the locations it gives, and names this digest for what it stored. */
    public static Function<Received, Reply> answering(UnaryOperator<String> location, String digest) {
        return request -> request.method().equals("PUT")
                ? Reply.status(201).with("Docker-Content-Digest", digest).with("Location", "/v2/stored")
                : Reply.status(202)
                        .with("Docker-Upload-UUID", "1")
                        .with("Range", "0-0")
                        .with("Location", location.apply(LOCATION));
    }
}
