// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.content;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Opened content, for a caller that must not wait. */
public interface ReactiveSlices extends AutoCloseable {

    /** Reads the next slice; after the last one, an empty one that is last too. One at a time. */
    Mono<Slice> next(Portion portion);

    /** Fails with the failure of a run in which these slices were sent, or with what caused it. */
    default <T> Mono<T> explain(Throwable failure) {
        return Mono.error(failure);
    }

    /** Returns at once. */
    @Override
    default void close() {}

    /** Nothing to read. */
    static ReactiveSlices none() {
        return portion -> Mono.fromSupplier(Slice::end);
    }

    /** Slices that have to be waited for, on threads that are made for waiting. */
    record Waiting(Slices slices) implements ReactiveSlices {
        @Override
        public Mono<Slice> next(Portion portion) {
            return Mono.fromCallable(() -> slices.next(portion)).subscribeOn(Schedulers.boundedElastic());
        }

        @Override
        public <T> Mono<T> explain(Throwable failure) {
            return failure instanceof RuntimeException thrown
                    ? Mono.<T>error(() -> slices.explain(thrown)).subscribeOn(Schedulers.boundedElastic())
                    : Mono.error(failure);
        }

        @Override
        public void close() {
            Schedulers.boundedElastic().schedule(slices::close);
        }
    }
}
