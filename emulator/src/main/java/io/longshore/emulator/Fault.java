// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import io.longshore.emulator.http.Disturbance;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something that is to go wrong, as a value: what happens, to which requests, after how many good ones, how often. Give
 * it to {@link Faults#add(Fault)}.
 *
 * <p>Without narrowing it strikes every request, the data endpoint's included, until it is removed.
 */
public final class Fault {
    private static final Pattern ANY_TARGET = Pattern.compile("");

    private final Disturbance effect;
    private final String method;
    private final Pattern target;
    private final int skipped;
    private final int strikes;

    private Fault(Disturbance effect, String method, Pattern target, int skipped, int strikes) {
        this.effect = effect;
        this.method = method;
        this.target = target;
        this.skipped = skipped;
        this.strikes = strikes;
    }

    /**
     * Answers this status instead of handling the request; the body has the registry's error form.
     *
     * @param status the status, 400 to 599
     * @return the fault
     */
    public static Fault status(int status) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("status must be between 400 and 599, was " + status);
        }
        return of(new Disturbance.Refuse(status));
    }

    /**
     * Answers 429 with the registry's body for too many requests and {@code Retry-After} in whole seconds, rounded up.
     *
     * @param retryAfter how long callers are asked to wait, not negative
     * @return the fault
     */
    public static Fault throttle(Duration retryAfter) {
        requireNotNegative(retryAfter);
        return of(new Disturbance.Throttle(retryAfter.plusNanos(999_999_999).toSeconds()));
    }

    /**
     * Handles the request only after this long.
     *
     * @param duration the duration
     * @return the fault
     */
    public static Fault delay(Duration duration) {
        requireNotNegative(duration);
        return of(new Disturbance.Delay(duration));
    }

    /**
     * Closes the connection when this many bytes of the response's body have been sent; 0 sends only the header.
     *
     * @param bytes the number of bytes, not negative
     * @return the fault
     */
    public static Fault cutResponseAfter(long bytes) {
        requireNotNegative(bytes);
        return of(new Disturbance.CutResponse(bytes));
    }

    /**
     * Closes the connection abruptly when this many bytes of the request's body have been read.
     *
     * @param bytes the number of bytes, not negative
     * @return the fault
     */
    public static Fault cutRequestAfter(long bytes) {
        requireNotNegative(bytes);
        return of(new Disturbance.CutRequest(bytes));
    }

    /**
     * Applies the request, then closes the connection without an answer.
     *
     * @return the fault
     */
    public static Fault loseResponse() {
        return of(new Disturbance.LoseResponse());
    }

    /**
     * Strikes only requests with this method whose target (path and query as sent) contains a match of this expression.
     *
     * @param method the method, whatever its case
     * @param pathRegex a regular expression
     * @return the fault, narrowed
     */
    public Fault on(String method, String pathRegex) {
        return new Fault(
                effect, Objects.requireNonNull(method, "method"), Pattern.compile(pathRegex), skipped, strikes);
    }

    /**
     * Strikes only requests whose target (path and query as sent) contains a match of this expression.
     *
     * @param pathRegex a regular expression
     * @return the fault, narrowed
     */
    public Fault on(String pathRegex) {
        return new Fault(effect, "", Pattern.compile(pathRegex), skipped, strikes);
    }

    /**
     * Strikes at most this often.
     *
     * @param count how many, not negative
     * @return the fault, limited
     */
    public Fault times(int count) {
        requireNotNegative(count);
        return new Fault(effect, method, target, skipped, count);
    }

    /**
     * Lets this many matching requests pass first.
     *
     * @param count how many, not negative
     * @return the fault, later
     */
    public Fault after(int count) {
        requireNotNegative(count);
        return new Fault(effect, method, target, count, strikes);
    }

    Disturbance effect() {
        return effect;
    }

    int skipped() {
        return skipped;
    }

    int strikes() {
        return strikes;
    }

    boolean concerns(String requestMethod, String requestTarget) {
        return (method.isEmpty() || method.equalsIgnoreCase(requestMethod))
                && target.matcher(requestTarget).find();
    }

    @Override
    public String toString() {
        return effect + " on " + (method.isEmpty() ? "any method" : method) + " /" + target + "/ after " + skipped
                + ", at most " + strikes + " times";
    }

    private static Fault of(Disturbance effect) {
        return new Fault(effect, "", ANY_TARGET, 0, Integer.MAX_VALUE);
    }

    private static void requireNotNegative(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("must not be negative, was " + value);
        }
    }

    private static void requireNotNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("must not be negative, was " + duration);
        }
    }
}
