// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import com.azure.core.util.Context;
import com.azure.core.util.TracingOptions;
import com.azure.core.util.tracing.StartSpanOptions;
import com.azure.core.util.tracing.Tracer;
import com.azure.core.util.tracing.TracerProvider;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Makes tracers that note what starts and ends into the list that the caller's options carry. */
public final class RecordingTracers implements TracerProvider {

    /** For the service loader of azure-core. */
    public RecordingTracers() {}

    @Override
    public Tracer createTracer(
            String library, @Nullable String version, @Nullable String namespace, @Nullable TracingOptions options) {
        return options instanceof Recording recording ? new RecordingTracer(recording.events) : new Silent();
    }

    /** Options that make a client's tracer write into a list. */
    static final class Recording extends TracingOptions {
        final List<String> events = new CopyOnWriteArrayList<>();

        Recording() {
            super(RecordingTracers.class);
        }
    }

    private static final class RecordingTracer implements Tracer {
        private final List<String> events;

        RecordingTracer(List<String> events) {
            this.events = events;
        }

        @Override
        public Context start(String name, Context parent) {
            events.add("start " + name);
            return parent.addData("span", name).addData(PARENT_TRACE_CONTEXT_KEY, name);
        }

        @Override
        public Context start(String name, StartSpanOptions options, Context parent) {
            events.add("start " + name
                    + parent.getData("span").map(span -> " in " + span).orElse(""));
            return parent.addData("span", name).addData(PARENT_TRACE_CONTEXT_KEY, name);
        }

        @Override
        public void end(@Nullable String message, @Nullable Throwable failure, Context span) {
            String name = String.valueOf(span.getData("span").orElse("?"));
            events.add("end " + name
                    + (failure == null ? "" : " " + failure.getClass().getSimpleName())
                    + (message == null || failure != null ? "" : " " + message));
        }

        @Override
        public void setAttribute(String key, String value, Context span) {
            // Names and ends are what the tests look at.
        }
    }

    private static final class Silent implements Tracer {
        @Override
        public Context start(String name, Context parent) {
            return parent;
        }

        @Override
        public void end(@Nullable String message, @Nullable Throwable failure, Context span) {
            // Another client's span.
        }

        @Override
        public void setAttribute(String key, String value, Context span) {
            // Another client's span.
        }

        @Override
        public boolean isEnabled() {
            return false;
        }
    }
}
