// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.credential.AccessToken;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.rest.PagedIterable;
import com.azure.core.http.rest.Response;
import com.azure.core.http.rest.SimpleResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.core.util.tracing.Tracer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The blocking driver: sends, waits and hands over on the caller's thread; decides nothing. Thread-safe. */
public final class SyncRunner {
    private static final BinaryData EMPTY = BinaryData.fromBytes(new byte[0]);
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
        return run(operation, start, EMPTY, context);
    }

    /** Runs a sequence that reads {@code content} as an operation. */
    public <T> T run(String operation, Step<T> start, BinaryData content, @Nullable Context context) {
        return traced(operation, context, span -> {
            try (StreamSlices slices = new StreamSlices(content.toStream())) {
                return drive(start, slices, span);
            }
        });
    }

    /** Runs a listing; each page is an operation of its own. */
    public <T> PagedIterable<T> pages(String operation, Pages<T> pages, @Nullable Context context) {
        return new PagedIterable<>(
                size -> run(operation, pages.first(size), context),
                (token, size) -> run(operation, pages.next(token), context));
    }

    /** Runs a sequence that opens content, and writes all of it to {@code target}, checked. */
    public Response<Void> transfer(
            String operation, Step<OpenContent> start, WritableByteChannel target, @Nullable Context context) {
        return traced(operation, context, span -> {
            try (StreamSlices none = new StreamSlices(EMPTY.toStream())) {
                OpenContent content = drive(start, none, span);
                pump(content, target);
                HttpResponse response = content.response();
                return new SimpleResponse<>(
                        response.getRequest(), response.getStatusCode(), response.getHeaders(), null);
            }
        });
    }

    /** Runs a sequence inside an operation that is already under way. */
    public <T> T within(Context context, Step<T> start) {
        try (StreamSlices none = new StreamSlices(EMPTY.toStream())) {
            return drive(start, none, context);
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

    private <T> T drive(Step<T> start, StreamSlices content, Context context) {
        Step<T> step = start;
        while (!(step instanceof Step.Done<T> done)) {
            step = advance(step, content, context);
        }
        return done.value();
    }

    private <T> Step<T> advance(Step<T> step, StreamSlices content, Context context) {
        if (step instanceof Step.Send<?, T> send) {
            return send(send, context);
        }
        if (step instanceof Step.Read<T> read) {
            return read.next().apply(content.next(read.max()));
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

    private <R, T> Step<T> share(Step.Share<R, T> share, StreamSlices content, Context context) {
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

    private <R> R lead(Step.Share<R, ?> share, SingleFlight.Ticket<R> ticket, StreamSlices content, Context context) {
        try {
            R value = drive(share.fetch().get(), content, context);
            ticket.fetched(value);
            return value;
        } catch (Throwable e) {
            // Whatever it is, also a checked exception that was smuggled out of a credential: others wait for an end.
            if (isInterruption(e)) {
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

    /** An interruption is this thread's alone: the others do not fail with it, one of them leads instead. */
    private static boolean isInterruption(Throwable thrown) {
        boolean interrupted = Thread.currentThread().isInterrupted();
        for (Throwable cause = thrown; cause != null && !interrupted; cause = cause.getCause()) {
            interrupted = cause instanceof InterruptedException
                    || (cause instanceof InterruptedIOException && "interrupted".equals(cause.getMessage()));
        }
        return interrupted;
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

    private static void pump(OpenContent content, WritableByteChannel target) {
        OpenContent.Check check = content.check().get();
        try (HttpResponse response = content.response();
                InputStream stream = response.getBodyAsBinaryData().toStream()) {
            byte[] buffer = new byte[COPY_BUFFER];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                check.update(bytes);
                write(bytes, target);
            }
        } catch (IOException e) {
            throw RegistryFailure.fault(
                    content.name(), content.response().getRequest().getUrl(), e);
        }
        check.finish();
    }

    private static void write(ByteBuffer bytes, WritableByteChannel target) {
        try {
            while (bytes.hasRemaining()) {
                target.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the downloaded content could not be written: " + e.getMessage(), e);
        }
    }
}
