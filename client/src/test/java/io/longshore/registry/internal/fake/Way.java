// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.fake;

import com.azure.core.http.HttpPipeline;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.core.util.tracing.Tracer;
import com.azure.core.util.tracing.TracerProvider;
import io.longshore.registry.internal.run.AsyncRunner;
import io.longshore.registry.internal.run.Call;
import io.longshore.registry.internal.run.OpenContent;
import io.longshore.registry.internal.run.Step;
import io.longshore.registry.internal.run.SyncRunner;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
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
        public <T> T run(HttpPipeline pipeline, Supplier<Step<T>> start, byte[] content) {
            BinaryData data = BinaryData.fromStream(new ByteArrayInputStream(content));
            return new SyncRunner(pipeline, TRACER).run("test", start.get(), data, Context.NONE);
        }

        @Override
        public byte[] download(HttpPipeline pipeline, Supplier<Step<OpenContent>> start) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new SyncRunner(pipeline, TRACER).transfer("test", start.get(), Channels.newChannel(bytes), Context.NONE);
            return bytes.toByteArray();
        }
    },

    ASYNC {
        @Override
        public <T> T run(HttpPipeline pipeline, Supplier<Step<T>> start, byte[] content) {
            return got(new AsyncRunner(pipeline, TRACER).run("test", start, buffers(content)));
        }

        @Override
        public byte[] download(HttpPipeline pipeline, Supplier<Step<OpenContent>> start) {
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
    };

    public static final Tracer TRACER = TracerProvider.getDefaultProvider().createTracer("test", null, null, null);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BUFFER = 5_000;

    public abstract <T> T run(HttpPipeline pipeline, Supplier<Step<T>> start, byte[] content);

    /** All bytes of what a sequence opens. */
    public abstract byte[] download(HttpPipeline pipeline, Supplier<Step<OpenContent>> start);

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
