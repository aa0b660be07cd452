// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.time.Duration;

/** What goes wrong with one exchange. */
public sealed interface Disturbance {
    /** Nothing goes wrong. */
    Disturbance NONE = new None();

    /** Nothing goes wrong. */
    record None() implements Disturbance {}

    /** Answered with this status, not handled. */
    record Refuse(int status) implements Disturbance {}

    /** Answered with 429 and {@code Retry-After}, not handled. */
    record Throttle(long retryAfterSeconds) implements Disturbance {}

    /** Handled late. */
    record Delay(Duration duration) implements Disturbance {}

    /** Cut after this many bytes of the response's body. */
    record CutResponse(long bytes) implements Disturbance {}

    /** Cut after this many bytes of the request's body. */
    record CutRequest(long bytes) implements Disturbance {}

    /** Handled, but cut before the answer. */
    record LoseResponse() implements Disturbance {}
}
