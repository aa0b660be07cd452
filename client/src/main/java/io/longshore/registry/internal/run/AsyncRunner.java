// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.rest.PagedFlux;
import com.azure.core.util.Context;
import com.azure.core.util.FluxUtil;
import com.azure.core.util.tracing.Tracer;
import io.longshore.registry.internal.content.ReactiveSlices;
import io.longshore.registry.internal.content.Sink;
import io.longshore.registry.internal.content.Source;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** The reactive driver: sends and hands over, never blocks a thread of Reactor; decides nothing. Thread-safe. */
public final class AsyncRunner {
    private static final ReactiveSlices NOTHING = ReactiveSlices.none();

    private final HttpPipeline pipeline;
    private final Spans spans;

    /** Sends through {@code pipeline}, one span per operation through {@code tracer}. */
    public AsyncRunner(HttpPipeline pipeline, Tracer tracer) {
        this.pipeline = pipeline;
        this.spans = new Spans(tracer);
    }

    /** Runs one call as an operation, afresh for each subscriber. */
    public <T> Mono<T> call(String operation, Supplier<Call<T>> call) {
        return run(operation, () -> call.get().asStep());
    }

    /** Runs a sequence as an operation, afresh for each subscriber. */
    public <T> Mono<T> run(String operation, Supplier<Step<T>> start) {
        return traced(operation, span -> drive(start, NOTHING, span));
    }

    /** Runs a sequence that reads {@code content} as an operation. */
    public <T> Mono<T> run(String operation, Supplier<Step<T>> start, Source content) {
        return traced(
                operation,
                span -> content.openReactive()
                        .flatMap(opened -> Mono.using(
                                () -> opened,
                                slices -> drive(start, slices, span).onErrorResume(slices::explain),
                                ReactiveSlices::close)));
    }

    /** Runs a sequence inside an operation that is already under way. */
    public <T> Mono<T> within(Context context, Supplier<Step<T>> start) {
        return drive(start, NOTHING, context);
    }

    /** Runs a listing; each page is an operation of its own. */
    public <T> PagedFlux<T> pages(String operation, Supplier<Pages<T>> pages) {
        return new PagedFlux<>(
                size -> run(operation, () -> pages.get().first(size)),
                (token, size) -> run(operation, () -> pages.get().next(token)));
    }

    /**
     * The content of a download, checked at its end. Each subscription is an operation of its own, which sends, and
     * lasts until the last buffer.
     */
    public Flux<ByteBuffer> content(String operation, Supplier<Download> start) {
        return FluxUtil.fluxContext(parent -> {
            SpanEnd span = new SpanEnd(spans, spans.start(operation, parent));
            return Flux.defer(() -> read(start.get(), opened -> {}, span.context()))
                    .doOnComplete(span::succeeded)
                    .doOnError(span::failed)
                    .doOnCancel(span::cancelled);
        });
    }

    /**
     * Runs a download as an operation, afresh for each subscriber.
     *
     * @param result what is given for the first answer and the sink that has all of the content
     */
    public <S extends Sink, R> Mono<R> download(
            String operation, Supplier<Download> start, Supplier<S> sinks, BiFunction<Answer, S, R> result) {
        return traced(
                operation,
                span -> Mono.defer(() -> {
                    Download download = start.get();
                    return Mono.usingWhen(
                            waiting(sinks),
                            sink -> fill(sink, download, span).map(first -> result.apply(first, sink)),
                            sink -> Mono.empty(),
                            (sink, failure) -> waiting(sink::discard),
                            sink -> waiting(sink::discard));
                }));
    }

    private Mono<Answer> fill(Sink sink, Download download, Context context) {
        CompletableFuture<Answer> first = new CompletableFuture<>();
        Consumer<OpenContent> opened = content -> {
            if (first.complete(content.answer()) && content.length() >= 0) {
                sink.expect(content.length());
            }
        };
        // Without prefetching, since a transport may use its buffer again for what is asked next.
        return read(download, opened, context)
                .concatMap(bytes -> write(sink, bytes), 0)
                .then(waiting(sink::keep))
                .then(Mono.fromFuture(first));
    }

    private static Mono<Void> write(Sink sink, ByteBuffer bytes) {
        if (Schedulers.isInNonBlockingThread()) {
            return waiting(() -> sink.write(bytes));
        }
        sink.write(bytes);
        return Mono.empty();
    }

    /** What may have to wait for a disk, on a thread that is made for waiting. */
    private static Mono<Void> waiting(Runnable action) {
        return Mono.<Void>fromRunnable(action).subscribeOn(Schedulers.boundedElastic());
    }

    private static <S> Mono<S> waiting(Supplier<S> action) {
        return Mono.fromSupplier(action).subscribeOn(Schedulers.boundedElastic());
    }

    /** Connection after connection, by resubscribing: nested operators would grow with their number. */
    private Flux<ByteBuffer> read(Download download, Consumer<OpenContent> opened, Context context) {
        return Flux.using(
                        Arrivals::new,
                        arrivals -> drive(download::open, NOTHING, arrivals.in(context))
                                .flatMapMany(content -> connection(download, content, opened)),
                        Arrivals::close)
                .cancelOn(Schedulers.boundedElastic())
                .retryWhen(Retry.indefinitely().filter(end -> end instanceof GoOn));
    }

    /**
     * Reads on a scheduler made for blocking, since transports read the socket on the subscriber's thread; closes there
     * too, since closing reads what is left.
     */
    private static Flux<ByteBuffer> connection(Download download, OpenContent content, Consumer<OpenContent> opened) {
        // Owned at once: who cancels while the reading still waits for a thread closes it too.
        return Flux.using(
                        () -> content.response(),
                        response -> Flux.defer(() -> arriving(download, content, opened))
                                .subscribeOn(Schedulers.boundedElastic()),
                        HttpResponse::close)
                .concatWith(Mono.defer(() -> end(download, null)))
                .onErrorResume(ConnectionFailure.class, broken -> end(download, broken));
    }

    private static Flux<ByteBuffer> arriving(Download download, OpenContent content, Consumer<OpenContent> opened) {
        opened.accept(content);
        if (content.exhausted()) {
            return Flux.empty();
        }
        return content.response()
                .getBody()
                .onErrorMap(e -> RegistryFailure.fault(
                        download.name(), content.response().getRequest().getUrl(), e))
                .map(download::take)
                .filter(ByteBuffer::hasRemaining);
    }

    private static Mono<ByteBuffer> end(Download download, @Nullable RuntimeException broken) {
        return download.isOver(broken) ? Mono.empty() : Mono.error(new GoOn());
    }

    /** Not a failure: the connection is over, the content is not. */
    private static final class GoOn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GoOn() {
            super("the rest is asked for", null, false, false);
        }
    }

    private <T> Mono<T> traced(String operation, Function<Context, Mono<T>> body) {
        return FluxUtil.withContext(parent -> {
            SpanEnd span = new SpanEnd(spans, spans.start(operation, parent));
            return body.apply(span.context())
                    .doOnSuccess(value -> span.succeeded())
                    .doOnError(span::failed)
                    .doOnCancel(span::cancelled);
        });
    }

    /** Loops by {@code expand}: nested flatMap would overflow the stack after some thousand steps. */
    private <T> Mono<T> drive(Supplier<Step<T>> start, ReactiveSlices content, Context context) {
        return Mono.fromSupplier(start)
                .expand(step -> step instanceof Step.Done<T> ? Mono.empty() : advance(step, content, context))
                .last()
                .map(step -> ((Step.Done<T>) step).value());
    }

    private <T> Mono<Step<T>> advance(Step<T> step, ReactiveSlices content, Context context) {
        if (step instanceof Step.Send<?, T> send) {
            return send(send, context);
        }
        if (step instanceof Step.Read<T> read) {
            return content.next(read.portion()).map(read.next());
        }
        if (step instanceof Step.Ask<T> ask) {
            return Mono.defer(() -> Mono.justOrEmpty(ask.credential().getToken(ask.request())))
                    .flatMap(token -> token)
                    .switchIfEmpty(Mono.fromSupplier(() -> Step.Ask.given(null)))
                    .onErrorMap(RegistryFailure::credential)
                    .map(ask.next());
        }
        if (step instanceof Step.Share<?, T> share) {
            return share(share, content, context);
        }
        throw new AssertionError(step);
    }

    private <R, T> Mono<Step<T>> send(Step.Send<R, T> send, Context context) {
        return exchange(send.call(), context).map(send.next());
    }

    private <R, T> Mono<Step<T>> share(Step.Share<R, T> share, ReactiveSlices content, Context context) {
        return taken(share, content, context).map(share.next());
    }

    private <R> Mono<R> taken(Step.Share<R, ?> share, ReactiveSlices content, Context context) {
        return Mono.defer(() -> {
            SingleFlight.Claim<R> claim = share.flight().claim();
            if (claim instanceof SingleFlight.Claim.Known<R> known) {
                return Mono.just(known.value());
            }
            if (claim instanceof SingleFlight.Claim.Lead<R> lead) {
                return lead(share, lead.ticket(), content, context);
            }
            // Cancelled means that the leading caller went away: claim again.
            return Mono.fromFuture(((SingleFlight.Claim.Wait<R>) claim).fetched(), true)
                    .onErrorResume(CancellationException.class, gone -> taken(share, content, context));
        });
    }

    private <R> Mono<R> lead(
            Step.Share<R, ?> share, SingleFlight.Ticket<R> ticket, ReactiveSlices content, Context context) {
        return drive(share.fetch(), content, context)
                .doOnSuccess(ticket::fetched)
                .onErrorResume(
                        failure -> Mono.justOrEmpty(ticket.failed(failure)).switchIfEmpty(Mono.error(failure)))
                .doOnCancel(ticket::abandoned);
    }

    private <T> Mono<T> exchange(Call<T> call, Context context) {
        return Mono.defer(() -> {
            HttpRequest request = call.request().get();
            return pipeline.send(request, Attributes.of(call, context))
                    .doOnNext(response -> Arrivals.note(context, response))
                    // A body that was left open has no owner if its reader fails.
                    .flatMap(response -> read(call, response).map(call.reader()).doOnError(e -> response.close()))
                    .onErrorMap(e -> RegistryFailure.fault(call.name(), request.getUrl(), e));
        });
    }

    private static Mono<Answer> read(Call<?> call, HttpResponse response) {
        Limit limit = Limit.of(call, response);
        if (limit.open()) {
            return Mono.just(new Answer(call, response, new byte[0]));
        }
        Bounded body = new Bounded(limit.bytes() + 1);
        return Mono.using(
                        () -> response,
                        open -> open.getBody()
                                .doOnNext(body::add)
                                .takeUntil(buffer -> body.isFull())
                                .then(Mono.fromSupplier(
                                        () -> new Answer(call, response, limit.check(body.toByteArray())))),
                        HttpResponse::close)
                .cancelOn(Schedulers.boundedElastic());
    }

    /** Keeps the first bytes of a body. */
    private static final class Bounded extends ByteArrayOutputStream {
        private final int limit;

        Bounded(int limit) {
            this.limit = limit;
        }

        boolean isFull() {
            return size() == limit;
        }

        void add(ByteBuffer buffer) {
            byte[] bytes = new byte[Math.min(buffer.remaining(), limit - size())];
            buffer.get(bytes);
            writeBytes(bytes);
        }
    }
}
