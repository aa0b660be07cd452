// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.fake;

import com.azure.core.http.HttpPipeline;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.core.util.tracing.Tracer;
import com.azure.core.util.tracing.TracerProvider;
import io.longshore.registry.internal.content.MemorySink;
import io.longshore.registry.internal.content.Sink;
import io.longshore.registry.internal.content.Source;
import io.longshore.registry.internal.run.AsyncRunner;
import io.longshore.registry.internal.run.Call;
import io.longshore.registry.internal.run.Download;
import io.longshore.registry.internal.run.Step;
import io.longshore.registry.internal.run.SyncRunner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The two drivers behind one form, so that a test runs through both. */
public enum Way {
    SYNC {
        @Override
        public <T> T run(HttpPipeline pipeline, Supplier<Step<T>> start, Source content) {
            return new SyncRunner(pipeline, TRACER).run("test", start.get(), content, Context.NONE);
        }

        @Override
        public byte[] stream(HttpPipeline pipeline, Supplier<Download> start) {
            try (InputStream stream = new SyncRunner(pipeline, TRACER)
                    .stream("test", start.get(), Context.NONE).getValue()) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new UncheckedIOException(e);
            }
        }

        @Override
        public <S extends Sink> S download(HttpPipeline pipeline, Supplier<Download> start, Supplier<S> sink) {
            return new SyncRunner(pipeline, TRACER)
                    .download("test", start.get(), sink, (answer, filled) -> filled, Context.NONE);
        }
    },

    ASYNC {
        @Override
        public <T> T run(HttpPipeline pipeline, Supplier<Step<T>> start, Source content) {
            return got(new AsyncRunner(pipeline, TRACER).run("test", start, content));
        }

        @Override
        public byte[] stream(HttpPipeline pipeline, Supplier<Download> start) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            got(new AsyncRunner(pipeline, TRACER)
                    .content("test", start)
                    .doOnNext(buffer -> {
                        byte[] part = new byte[buffer.remaining()];
                        buffer.get(part);
                        bytes.writeBytes(part);
                    })
                    .then());
            return bytes.toByteArray();
        }

        @Override
        public <S extends Sink> S download(HttpPipeline pipeline, Supplier<Download> start, Supplier<S> sink) {
            return got(new AsyncRunner(pipeline, TRACER).download("test", start, sink, (answer, filled) -> filled));
        }
    };

    public static final Tracer TRACER = TracerProvider.getDefaultProvider().createTracer("test", null, null, null);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BUFFER = 5_000;

    public abstract <T> T run(HttpPipeline pipeline, Supplier<Step<T>> start, Source content);

    /** All bytes of a download, pulled by a reader. */
    public abstract byte[] stream(HttpPipeline pipeline, Supplier<Download> start);

    /** A sink with all bytes of a download, pushed by the driver. */
    public abstract <S extends Sink> S download(HttpPipeline pipeline, Supplier<Download> start, Supplier<S> sink);

    /** All bytes of a download. */
    public byte[] download(HttpPipeline pipeline, Supplier<Download> start) {
        return download(pipeline, start, () -> new MemorySink("test")).content().toBytes();
    }

    public <T> T run(HttpPipeline pipeline, Supplier<Step<T>> start, byte[] content) {
        BinaryData data = this == SYNC
                ? BinaryData.fromStream(new ByteArrayInputStream(content))
                : BinaryData.fromFlux(buffers(content), null, false).block();
        return run(pipeline, start, new Source.Data(data));
    }

    public <T> T run(HttpPipeline pipeline, Supplier<Step<T>> start) {
        return run(pipeline, start, new byte[0]);
    }

    public <T> T call(HttpPipeline pipeline, Call<T> call) {
        return run(pipeline, call::asStep);
    }

    /** The value, with the failure as it was signalled. */
    public static <T> T got(Mono<T> mono) {
        return mono.onErrorMap(failure -> failure instanceof RuntimeException ? failure : Exceptions.propagate(failure))
                .block(PATIENCE);
    }

    private static Flux<ByteBuffer> buffers(byte[] content) {
        List<ByteBuffer> buffers = new ArrayList<>();
        for (int at = 0; at < content.length; at += BUFFER) {
            buffers.add(ByteBuffer.wrap(content, at, Math.min(BUFFER, content.length - at)));
        }
        return Flux.fromIterable(buffers);
    }
}
