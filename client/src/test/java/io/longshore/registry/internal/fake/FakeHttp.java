// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.fake;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A transport without a network: it notes what is sent and answers what it was told to. */
public final class FakeHttp implements HttpClient {
    private final Function<Sent, Reply> service;
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final Queue<FakeResponse> responses = new ConcurrentLinkedQueue<>();

    public FakeHttp(Function<Sent, Reply> service) {
        this.service = service;
    }

    /** Answers one reply after the other; there must not be more requests than replies. */
    public static FakeHttp replying(Reply... replies) {
        Queue<Reply> left = new ConcurrentLinkedQueue<>(List.of(replies));
        return new FakeHttp(request -> {
            Reply next = left.poll();
            if (next == null) {
                throw new AssertionError("no reply left for " + request.line());
            }
            return next;
        });
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Methods and URLs of what was sent. */
    public List<String> lines() {
        return sent.stream().map(Sent::line).toList();
    }

    public List<FakeResponse> responses() {
        return List.copyOf(responses);
    }

    /** A pipeline of no policies. */
    public HttpPipeline pipeline() {
        return new HttpPipelineBuilder().httpClient(this).build();
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return Mono.defer(() -> {
            Reply reply = note(request);
            if (reply.equals(Reply.NEVER)) {
                return Mono.never();
            }
            return reply.fault() == null ? Mono.just(answer(request, reply)) : Mono.error(reply.fault());
        });
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        Reply reply = note(request);
        if (reply.fault() != null) {
            throw new UncheckedIOException(reply.fault());
        }
        return answer(request, reply);
    }

    private Reply note(HttpRequest request) {
        Sent now = Sent.of(request);
        sent.add(now);
        return service.apply(now);
    }

    private HttpResponse answer(HttpRequest request, Reply reply) {
        FakeResponse response = new FakeResponse(request, reply);
        responses.add(response);
        return response;
    }
}
