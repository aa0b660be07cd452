// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A value that many callers need and one of them fetches. Implementations are thread-safe. */
public interface SingleFlight<R> {

    /** Says what the caller has to do now: use the value, wait for another caller's, or fetch it. */
    Claim<R> claim();

    /** The answer to {@link #claim()}. */
    sealed interface Claim<R> {
        /** The value is there. */
        record Known<R>(R value) implements Claim<R> {}

        /** Somebody fetches it; the future is cancelled if that caller goes away, and a new claim is due. */
        record Wait<R>(CompletableFuture<R> fetched) implements Claim<R> {}

        /** This caller fetches it and reports through {@code ticket}. */
        record Lead<R>(Ticket<R> ticket) implements Claim<R> {}
    }

    /** How the leading caller reports; exactly one method is called, once. */
    interface Ticket<R> {
        /** Hands the value to everybody. */
        void fetched(R value);

        /**
         * Hands the failure to everybody who waits, unless an older value still serves: then everybody gets that one,
         * this caller too. The next claim leads again.
         */
        Optional<R> failed(Throwable failure);

        /** The leading caller was cancelled: waiting callers claim again. */
        void abandoned();
    }
}
