// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
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
final class FluxSlices extends BaseSubscriber<ByteBuffer> {
    private final Flux<ByteBuffer> source;
    private final Deque<ByteBuffer> held = new ArrayDeque<>();
    private long heldBytes;
    private boolean subscribed;
    private boolean ended;
    private @Nullable Throwable failure;
    private @Nullable MonoSink<Slice> waiting;
    private int wanted;

    FluxSlices(Flux<ByteBuffer> source) {
        this.source = source;
    }

    Mono<Slice> next(int max) {
        return Mono.create(sink -> {
            boolean first;
            synchronized (this) {
                waiting = sink;
                wanted = max;
                first = !subscribed;
                subscribed = true;
            }
            if (first) {
                source.subscribe(this);
            } else {
                advance();
            }
        });
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        advance();
    }

    @Override
    protected void hookOnNext(ByteBuffer buffer) {
        synchronized (this) {
            if (buffer.hasRemaining()) {
                held.add(copy(buffer));
                heldBytes += buffer.remaining();
            }
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
        Slice slice = null;
        Throwable broken;
        synchronized (this) {
            sink = waiting;
            broken = failure;
            if (sink == null) {
                return;
            }
            if (broken == null && !ended && heldBytes <= wanted) {
                sink = null;
            } else {
                waiting = null;
                slice = broken == null ? take() : null;
            }
        }
        if (sink == null) {
            request(1);
        } else if (slice == null) {
            sink.error(broken == null ? new IllegalStateException("no slice") : broken);
        } else {
            sink.success(slice);
        }
    }

    private Slice take() {
        int length = (int) Math.min(wanted, heldBytes);
        ByteBuffer slice = ByteBuffer.allocate(length);
        while (slice.hasRemaining()) {
            ByteBuffer head = held.element();
            int part = Math.min(head.remaining(), slice.remaining());
            slice.put(head.duplicate().limit(head.position() + part));
            head.position(head.position() + part);
            if (!head.hasRemaining()) {
                held.remove();
            }
        }
        heldBytes -= length;
        return new Slice(slice.flip(), ended && heldBytes == 0);
    }

    /** Publishers may reuse a buffer after onNext returns. */
    private static ByteBuffer copy(ByteBuffer buffer) {
        return ByteBuffer.allocate(buffer.remaining()).put(buffer.duplicate()).flip();
    }
}
