// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.registry;

import com.azure.core.util.Context;
import com.azure.core.util.TracingOptions;
import com.azure.core.util.tracing.Tracer;
import com.azure.core.util.tracing.TracerProvider;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes tracers that tell a test which spans end. */
public final class NotedSpans implements TracerProvider {
    /** For the service loader. */
    public NotedSpans() {}

    @Override
    public Tracer createTracer(
            String library, @Nullable String version, @Nullable String namespace, @Nullable TracingOptions options) {
        return options instanceof Listener listener ? new Noting(listener.ended::add) : new Noting(name -> {});
    }

    /** Options that make a client's tracer note its spans here. */
    public static final class Listener extends TracingOptions {
        private final List<String> ended = new CopyOnWriteArrayList<>();

        /** With nothing noted. */
        public Listener() {
            super(NotedSpans.class);
        }

        /** The spans of the library's own methods that have ended. */
        public List<String> ended() {
            return ended.stream().filter(name -> name.contains("Client.")).toList();
        }
    }

    private record Noting(Consumer<String> ended) implements Tracer {
        @Override
        public Context start(String name, Context parent) {
            return parent.addData("span", name);
        }

        @Override
        public void end(@Nullable String message, @Nullable Throwable failure, Context span) {
            ended.accept(String.valueOf(span.getData("span").orElse("")));
        }

        @Override
        public void setAttribute(String key, String value, Context span) {
            // Only ends are looked at.
        }
    }
}
