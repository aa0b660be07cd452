// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.recording;

import java.util.Optional;

/**
 * An answer.
 *
 * @param body empty where the recording has none, which may mean that it is left out
 */
public record Answered(int status, Fields headers, Optional<Content> body) {

    public Optional<String> header(String name) {
        return headers.get(name);
    }

    public String text() {
        return body.orElse(Content.EMPTY).text();
    }

    /** Whether the answer asks for a login, or for another one. */
    public boolean isChallenge() {
        return status == 401 && headers.has("WWW-Authenticate");
    }

    public boolean lacksScope() {
        return isChallenge() && header("WWW-Authenticate").orElse("").contains("insufficient_scope");
    }

    public Answered with(Fields other) {
        return new Answered(status, other, body);
    }
}
