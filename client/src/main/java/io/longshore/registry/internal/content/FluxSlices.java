// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.content;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Cuts a publisher of buffers into slices on demand: asks for a buffer only while a slice is wanted, merges small
 * buffers, splits large ones. A slice is handed over when the buffer after it arrived, so the last one is known.
 */
final class FluxSlices extends BaseSubscriber<ByteBuffer> implements ReactiveSlices {
    private static final int SMALL = 16 * 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Flux<ByteBuffer> source;
    private final boolean lasting;
    private byte[] slice = new byte[0];
    private int length;
    private int wanted;
    private int expected = SMALL;
    private ByteBuffer rest = NOTHING;
    private boolean subscribed;
    private boolean ended;
    private @Nullable Throwable failure;
    private @Nullable MonoSink<Slice> waiting;

    /**
     * Slices of {@code source}, whose buffers are copied unless they are {@code lasting}: publishers may reuse a buffer
     * once its {@code onNext} has returned.
     */
    FluxSlices(Flux<ByteBuffer> source, boolean lasting) {
        this.source = source;
        this.lasting = lasting;
    }

    @Override
    public Mono<Slice> next(Portion portion) {
        return Mono.<Slice>create(sink -> {
                    boolean first;
                    synchronized (this) {
                        waiting = sink;
                        wanted = portion.memory();
                        add(rest, true);
                        first = !subscribed;
                        subscribed = true;
                    }
                    if (first) {
                        source.subscribe(this);
                    } else {
                        advance();
                    }
                })
                .doOnNext(
                        read -> portion.seen().accept(read.body().toByteBuffer().asReadOnlyBuffer()));
    }

    @Override
    public void close() {
        cancel();
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        advance();
    }

    @Override
    protected void hookOnNext(ByteBuffer buffer) {
        synchronized (this) {
            if (rest.hasRemaining()) {
                // There is no place to keep it, and what is lost here no digest would miss.
                throw new IllegalStateException("the publisher of the content to upload gave more buffers than it was"
                        + " asked for: it has to respect demand (Reactive Streams, rule 1.1)");
            }
            add(buffer.duplicate(), lasting);
        }
        advance();
    }

    @Override
    protected void hookOnComplete() {
        synchronized (this) {
            ended = true;
        }
        advance();
    }

    @Override
    protected void hookOnError(Throwable thrown) {
        synchronized (this) {
            failure = thrown;
        }
        advance();
    }

    private void advance() {
        MonoSink<Slice> sink;
        Slice whole = null;
        Throwable broken;
        synchronized (this) {
            sink = waiting;
            broken = failure;
            if (sink == null) {
                return;
            }
            boolean complete = ended || rest.hasRemaining();
            if (broken == null && !complete) {
                sink = null;
            } else {
                waiting = null;
                whole = complete ? take() : null;
            }
        }
        if (sink == null) {
            request(1);
        } else if (whole == null) {
            sink.error(broken == null ? new IllegalStateException("no slice") : broken);
        } else {
            sink.success(whole);
        }
    }

    /** Puts what fits into the slice, and keeps the rest for the next one. */
    private void add(ByteBuffer buffer, boolean kept) {
        int part = Math.min(buffer.remaining(), wanted - length);
        if (length + part > slice.length) {
            int room = Math.max(length + part, Math.min(wanted, Math.max(expected, 2 * slice.length)));
            slice = Arrays.copyOf(slice, room);
        }
        buffer.get(slice, length, part);
        length += part;
        if (!buffer.hasRemaining()) {
            rest = NOTHING;
        } else {
            rest = kept
                    ? buffer
                    : ByteBuffer.allocate(buffer.remaining()).put(buffer).flip();
        }
    }

    private Slice take() {
        Slice taken = Slice.of(slice, length, ended && !rest.hasRemaining());
        expected = Math.max(expected, length);
        slice = new byte[0];
        length = 0;
        return taken;
    }
}
