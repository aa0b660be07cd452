// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import java.io.InterruptedIOException;

/** Tells that a caller was interrupted from everything else that breaks a connection. */
final class Interruption {

    private Interruption() {}

    /** Whether this thread's interruption lies behind a failure. */
    static boolean caused(Throwable thrown) {
        boolean interrupted = Thread.currentThread().isInterrupted();
        for (Throwable cause = thrown; cause != null && !interrupted; cause = cause.getCause()) {
            interrupted = cause instanceof InterruptedException
                    || (cause instanceof InterruptedIOException && "interrupted".equals(cause.getMessage()));
        }
        return interrupted;
    }
}
