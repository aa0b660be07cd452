// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.io.IOException;
import java.io.InputStream;

/** Turns requests into replies. */
public interface Responder {
    /** Answers one request; its body has this length, -1 if unknown. */
    Reply respond(Exchange exchange, InputStream body, long length) throws IOException;

    /** A reply that somebody else made, with the headers that all answers from here have. */
    Reply dressed(Exchange exchange, Reply reply);
}
