// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.util.Context;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends a span once, whichever of a reactive sequence's signals comes first. */
final class SpanEnd {
    private final Spans spans;
    private final Context context;
    private final AtomicBoolean ended = new AtomicBoolean();

    SpanEnd(Spans spans, Context context) {
        this.spans = spans;
        this.context = context;
    }

    Context context() {
        return context;
    }

    void succeeded() {
        if (ended.compareAndSet(false, true)) {
            spans.end(context, null);
        }
    }

    void failed(Throwable failure) {
        if (ended.compareAndSet(false, true)) {
            spans.end(context, failure);
        }
    }

    void cancelled() {
        if (ended.compareAndSet(false, true)) {
            spans.cancelled(context);
        }
    }
}
