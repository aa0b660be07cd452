// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import io.longshore.emulator.http.Exchange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The requests that reached the emulator and its data endpoint, oldest first. A request is there before its answer can
 * reach the caller. Bounded; {@link #count()} counts all. Thread-safe.
 */
public final class RequestLog {
    private final int capacity;
    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private long counted;

    RequestLog(int capacity) {
        this.capacity = capacity;
    }

    /**
     * All requests since the start or the last {@link #clear()}, as far as the log's capacity goes.
     *
     * @return a copy
     */
    public List<RecordedRequest> all() {
        return snapshot().stream().map(RequestLog::recorded).toList();
    }

    /**
     * The requests with this method whose target matches this expression as a whole.
     *
     * @param method the method, whatever its case
     * @param targetRegex a regular expression
     * @return those requests, oldest first
     */
    public List<RecordedRequest> matching(String method, String targetRegex) {
        return matching(request ->
                request.method().equalsIgnoreCase(method) && request.target().matches(targetRegex));
    }

    /**
     * The requests for which the question is answered yes.
     *
     * @param question what to ask of each request
     * @return those requests, oldest first
     */
    public List<RecordedRequest> matching(Predicate<? super RecordedRequest> question) {
        return all().stream().filter(question).toList();
    }

    /**
     * How many requests there were since the start or the last {@link #clear()}.
     *
     * @return the number of requests
     */
    public synchronized long count() {
        return counted;
    }

    /** Forgets everything. */
    public synchronized void clear() {
        exchanges.clear();
        counted = 0;
    }

    synchronized void add(Exchange exchange) {
        counted++;
        exchanges.addLast(exchange);
        if (exchanges.size() > capacity) {
            exchanges.removeFirst();
        }
    }

    private synchronized List<Exchange> snapshot() {
        return List.copyOf(exchanges);
    }

    private static RecordedRequest recorded(Exchange exchange) {
        return new RecordedRequest(
                exchange.method(),
                exchange.target(),
                exchange.host(),
                exchange.headers().redacted(),
                exchange.status(),
                exchange.requestBytes(),
                exchange.responseBytes(),
                exchange.start(),
                exchange.duration());
    }
}
