// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import org.jspecify.annotations.Nullable;

/**
 * The response that arrived last in a run. Reactive operators drop what reaches them after a cancel; a response that is
 * on its way to its owner then would keep its connection. Thread-safe.
 */
final class Arrivals implements AutoCloseable {
    private static final String KEY = "longshore-arrivals";

    private @Nullable HttpResponse last;
    private boolean closed;

    /** The context of a run whose arrivals these are. */
    Context in(Context context) {
        return context.addData(KEY, this);
    }

    /** Tells of a response, whatever becomes of it; in a run that nobody watches, nothing happens. */
    static void note(Context context, HttpResponse response) {
        context.getData(KEY).ifPresent(arrivals -> ((Arrivals) arrivals).keep(response));
    }

    private void keep(HttpResponse response) {
        boolean late;
        synchronized (this) {
            last = response;
            late = closed;
        }
        if (late) {
            response.close();
        }
    }

    /** The run is over: closes what arrived last, and what arrives later. */
    @Override
    public void close() {
        HttpResponse response;
        synchronized (this) {
            closed = true;
            response = last;
        }
        if (response != null) {
            response.close();
        }
    }
}
