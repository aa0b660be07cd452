// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A request as it arrived and how far its handling has come. Thread-safe. */
public final class Exchange {
    private final String method;
    private final String target;
    private volatile Headers headers;
    private final Instant start;
    private final long startNanos = System.nanoTime();
    private final AtomicLong requestBytes = new AtomicLong();
    private final AtomicLong responseBytes = new AtomicLong();
    private volatile int status;
    private volatile Duration duration = Duration.ZERO;

    Exchange(String method, String target, Headers headers, Instant start) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.start = start;
    }

    void countRequestBytes(long bytes) {
        requestBytes.addAndGet(bytes);
    }

    void countResponseBytes(long bytes) {
        responseBytes.addAndGet(bytes);
    }

    void answered(int answeredStatus) {
        status = answeredStatus;
        duration = Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** Keeps the headers without what they prove. To be called when the exchange is over. */
    void forgetCredentials() {
        headers = headers.withoutCredentials();
    }

    public String method() {
        return method;
    }

    public String target() {
        return target;
    }

    /** The target without its query, which may hold signatures. */
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** What comes after the path; empty if nothing does. */
    public String query() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    public String host() {
        return headers.first("host").orElse("");
    }

    public Headers headers() {
        return headers;
    }

    public Instant start() {
        return start;
    }

    public int status() {
        return status;
    }

    public long requestBytes() {
        return requestBytes.get();
    }

    public long responseBytes() {
        return responseBytes.get();
    }

    public Duration duration() {
        return duration;
    }
}
