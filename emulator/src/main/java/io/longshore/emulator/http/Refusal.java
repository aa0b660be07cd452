// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.nio.charset.StandardCharsets;

/** Leaves a handler early with the answer to give. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Reply reply;

    /** Refuses with this answer. */
    public Refusal(Reply reply) {
        super("answered " + reply.status(), null, false, false);
        this.reply = reply;
    }

    /** The answer to give. */
    public Reply reply() {
        return reply;
    }

    /** The answer's body as text, for those who did not come by HTTP. */
    public String explanation() {
        return reply.content() instanceof Content.Bytes bytes
                ? new String(bytes.bytes(), StandardCharsets.UTF_8).trim()
                : "";
    }
}
