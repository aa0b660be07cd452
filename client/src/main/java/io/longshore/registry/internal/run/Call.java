// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.http.HttpRequest;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One exchange: what to send, which right it needs and how to read the answer.
 *
 * @param name what the call does, for error messages: "list tags of library/app"
 * @param request makes a fresh request for each try
 * @param scope the token scope the call needs, empty if none is known
 * @param resend whether the same request may go out twice
 * @param reading how the body of a successful answer is handed over
 * @param reader turns the answer into the result, or throws
 */
public record Call<T>(
        String name,
        Supplier<HttpRequest> request,
        String scope,
        Resend resend,
        Reading reading,
        Function<Answer, T> reader) {

    /** Key of the context entry that tells the authentication policy the scope of the call. */
    public static final String SCOPE_KEY = "longshore-scope";

    /** Key of the context entry that tells the retry policy whether the call may be sent again. */
    public static final String RESEND_KEY = "longshore-resend";

    /** Whether a request may be sent again after a fault whose outcome is unknown. */
    public enum Resend {
        /** Sending twice has the effect of sending once. */
        SAFE,
        /** A second sending could be harmful: an upload's PATCH ends the session when it is applied twice. */
        NEVER
    }

    /** How the body of a successful answer reaches its reader. Bodies of refusals are always read whole, bounded. */
    public sealed interface Reading {
        /**
         * Read into memory, refused above {@code limit} bytes.
         *
         * @param secret whether the content is never to be quoted, not even in an error
         */
        record Whole(int limit, boolean secret) implements Reading {}

        /** Left on the connection; the reader's result owns it and closes it. */
        record Open() implements Reading {}
    }

    /** What lists and properties may weigh: a page of 1,000 entries is far below. */
    public static final Reading JSON = new Reading.Whole(16 * 1024 * 1024, false);

    /** Answers without a body that matters. */
    public static final Reading NOTHING = new Reading.Whole(64 * 1024, false);

    /** Answers that hold a token. */
    public static final Reading TOKEN = new Reading.Whole(64 * 1024, true);

    /** The body stays on the connection. */
    public static final Reading OPEN = new Reading.Open();

    /** A call that may be repeated and whose answer is JSON. */
    public static <T> Call<T> json(
            String name, String scope, Supplier<HttpRequest> request, Function<Answer, T> reader) {
        return new Call<>(name, request, scope, Resend.SAFE, JSON, reader);
    }

    /** A call that may be repeated and whose answer has no body that matters. */
    public static <T> Call<T> plain(
            String name, String scope, Supplier<HttpRequest> request, Function<Answer, T> reader) {
        return new Call<>(name, request, scope, Resend.SAFE, NOTHING, reader);
    }

    /** This call, never to be sent a second time. */
    public Call<T> once() {
        return new Call<>(name, request, scope, Resend.NEVER, reading, reader);
    }

    /** This call with another way to hand over the body. */
    public Call<T> reading(Reading other) {
        return new Call<>(name, request, scope, resend, other, reader);
    }

    /** This call as a sequence of one. */
    public Step<T> asStep() {
        return new Step.Send<>(this, Step.Done::new);
    }
}
