// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.credential.AccessToken;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.rest.PagedIterable;
import com.azure.core.http.rest.Response;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.core.util.tracing.Tracer;
import io.longshore.registry.internal.content.Sink;
import io.longshore.registry.internal.content.Slices;
import io.longshore.registry.internal.content.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The blocking driver: sends, waits and hands over on the caller's thread; decides nothing. Thread-safe. */
public final class SyncRunner {
    private static final Slices NOTHING = Slices.none();
    private static final int COPY_BUFFER = 64 * 1024;

    private final HttpPipeline pipeline;
    private final Spans spans;

    /** Sends through {@code pipeline}, one span per operation through {@code tracer}. */
    public SyncRunner(HttpPipeline pipeline, Tracer tracer) {
        this.pipeline = pipeline;
        this.spans = new Spans(tracer);
    }

    /** Runs one call as an operation. */
    public <T> T run(String operation, Call<T> call, @Nullable Context context) {
        return run(operation, call.asStep(), context);
    }

    /** Runs a sequence as an operation. */
    public <T> T run(String operation, Step<T> start, @Nullable Context context) {
        return traced(operation, context, span -> drive(start, NOTHING, span));
    }

    /** Runs a sequence that reads {@code content} as an operation. */
    public <T> T run(String operation, Step<T> start, Source content, @Nullable Context context) {
        return traced(operation, context, span -> {
            try (Slices slices = content.open()) {
                return upload(start, slices, span);
            }
        });
    }

    /** Runs a listing; each page is an operation of its own. */
    public <T> PagedIterable<T> pages(String operation, Pages<T> pages, @Nullable Context context) {
        return new PagedIterable<>(
                size -> run(operation, pages.first(size), context),
                (token, size) -> run(operation, pages.next(token), context));
    }

    /**
     * Runs a download as an operation.
     *
     * @param result what is given for the first answer and the sink that has all of the content
     */
    public <S extends Sink, R> R download(
            String operation,
            Download download,
            Supplier<S> sinks,
            BiFunction<Answer, S, R> result,
            @Nullable Context context) {
        return traced(operation, context, span -> {
            S sink = sinks.get();
            try (ContentReader reader = reader(download, span)) {
                Answer first = pump(reader, sink);
                sink.keep();
                return result.apply(first, sink);
            } catch (Throwable e) {
                // Whatever it is, also what ran out of memory: nothing half written stays.
                discard(sink, e);
                throw e;
            }
        });
    }

    /** Opens a download as a stream; the operation lasts until the stream's end. */
    public Response<InputStream> stream(String operation, Download download, @Nullable Context context) {
        SpanEnd span = new SpanEnd(spans, spans.start(operation, context == null ? Context.NONE : context));
        ContentReader reader = reader(download, span.context());
        try {
            return reader.open().answer().with(new ContentStream(reader, span));
        } catch (RuntimeException | Error e) {
            reader.close();
            span.failed(e);
            throw e;
        }
    }

    /** Runs a sequence inside an operation that is already under way. */
    public <T> T within(Context context, Step<T> start) {
        return drive(start, NOTHING, context);
    }

    private ContentReader reader(Download download, Context context) {
        return new ContentReader(download, start -> drive(start, NOTHING, context));
    }

    private static Answer pump(ContentReader reader, Sink sink) {
        OpenContent first = reader.open();
        if (first.length() >= 0) {
            sink.expect(first.length());
        }
        byte[] buffer = new byte[COPY_BUFFER];
        for (int read = reader.read(buffer, 0, COPY_BUFFER); read >= 0; read = reader.read(buffer, 0, COPY_BUFFER)) {
            sink.write(ByteBuffer.wrap(buffer, 0, read));
        }
        return first.answer();
    }

    private static void discard(Sink sink, Throwable failure) {
        try {
            sink.discard();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private <T> T upload(Step<T> start, Slices slices, Context span) {
        try {
            return drive(start, slices, span);
        } catch (RuntimeException e) {
            throw slices.explain(e);
        }
    }

    private interface Body<T> {
        T run(Context span);
    }

    private <T> T traced(String operation, @Nullable Context context, Body<T> body) {
        Context span = spans.start(operation, context == null ? Context.NONE : context);
        Throwable failure = null;
        try {
            return body.run(span);
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            spans.end(span, failure);
        }
    }

    private <T> T drive(Step<T> start, Slices content, Context context) {
        Step<T> step = start;
        while (!(step instanceof Step.Done<T> done)) {
            step = advance(step, content, context);
        }
        return done.value();
    }

    private <T> Step<T> advance(Step<T> step, Slices content, Context context) {
        if (step instanceof Step.Send<?, T> send) {
            return send(send, context);
        }
        if (step instanceof Step.Read<T> read) {
            return read.next().apply(content.next(read.portion()));
        }
        if (step instanceof Step.Ask<T> ask) {
            return ask.next().apply(ask(ask));
        }
        if (step instanceof Step.Share<?, T> share) {
            return share(share, content, context);
        }
        throw new AssertionError(step);
    }

    private static AccessToken ask(Step.Ask<?> ask) {
        try {
            return Step.Ask.given(ask.credential().getTokenSync(ask.request()));
        } catch (RuntimeException e) {
            throw RegistryFailure.credential(e) instanceof ConnectionFailure broken ? broken : e;
        }
    }

    private <R, T> Step<T> send(Step.Send<R, T> send, Context context) {
        return send.next().apply(exchange(send.call(), context));
    }

    private <R, T> Step<T> share(Step.Share<R, T> share, Slices content, Context context) {
        while (true) {
            SingleFlight.Claim<R> claim = share.flight().claim();
            if (claim instanceof SingleFlight.Claim.Known<R> known) {
                return share.next().apply(known.value());
            }
            if (claim instanceof SingleFlight.Claim.Lead<R> lead) {
                return share.next().apply(lead(share, lead.ticket(), content, context));
            }
            R fetched = await((SingleFlight.Claim.Wait<R>) claim);
            if (fetched != null) {
                return share.next().apply(fetched);
            }
        }
    }

    private <R> R lead(Step.Share<R, ?> share, SingleFlight.Ticket<R> ticket, Slices content, Context context) {
        try {
            R value = drive(share.fetch().get(), content, context);
            ticket.fetched(value);
            return value;
        } catch (Throwable e) {
            // Whatever it is, also a checked exception that was smuggled out of a credential: others wait for an end.
            // An interruption is this thread's alone: the others do not fail with it, one of them leads instead.
            if (Interruption.caused(e)) {
                ticket.abandoned();
                throw e;
            }
            Optional<R> kept = ticket.failed(e);
            if (kept.isPresent()) {
                return kept.get();
            }
            throw e;
        }
    }

    /** The value, or null if the leading caller went away and the claim is to be made again. */
    private static <R> @Nullable R await(SingleFlight.Claim.Wait<R> wait) {
        try {
            return wait.fetched().get();
        } catch (CancellationException e) {
            return null;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a token", e);
        }
    }

    private <T> T exchange(Call<T> call, Context context) {
        HttpRequest request = call.request().get();
        try {
            return result(call, pipeline.sendSync(request, Attributes.of(call, context)));
        } catch (RuntimeException e) {
            throw RegistryFailure.fault(call.name(), request.getUrl(), e);
        }
    }

    private static <T> T result(Call<T> call, HttpResponse response) {
        try {
            return call.reader().apply(read(call, response));
        } catch (RuntimeException e) {
            // A body that was left open has no owner if its reader fails.
            response.close();
            throw e;
        }
    }

    private static Answer read(Call<?> call, HttpResponse response) {
        Limit limit = Limit.of(call, response);
        if (limit.open()) {
            return new Answer(call, response, new byte[0]);
        }
        try (response) {
            BinaryData body = response.getBodyAsBinaryData();
            if (body == null) {
                return new Answer(call, response, new byte[0]);
            }
            try (InputStream stream = body.toStream()) {
                return new Answer(call, response, limit.check(stream.readNBytes(limit.bytes() + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
