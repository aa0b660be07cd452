// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.util.Context;
import com.azure.core.util.tracing.SpanKind;
import com.azure.core.util.tracing.StartSpanOptions;
import com.azure.core.util.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** One span per operation of the library, around the HTTP spans of azure-core. */
final class Spans {
    private final Tracer tracer;

    Spans(Tracer tracer) {
        this.tracer = tracer;
    }

    Context start(String operation, Context parent) {
        return tracer.isEnabled() ? tracer.start(operation, new StartSpanOptions(SpanKind.INTERNAL), parent) : parent;
    }

    void end(Context span, @Nullable Throwable failure) {
        if (tracer.isEnabled()) {
            tracer.end(failure == null ? null : failure.getClass().getName(), failure, span);
        }
    }

    void cancelled(Context span) {
        if (tracer.isEnabled()) {
            tracer.end("cancelled", null, span);
        }
    }
}
