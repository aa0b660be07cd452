// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Hooks;
import reactor.core.scheduler.Schedulers;

/** Collects what nobody is subscribed to hear any more: a thread that was blocked by cancelling or closing. */
final class BlockedThreads implements AutoCloseable {
    private static final String KEY = BlockedThreads.class.getName();

    private final Queue<Throwable> dropped = new ConcurrentLinkedQueue<>();

    BlockedThreads() {
        Hooks.onErrorDropped(dropped::add);
        Schedulers.onHandleError(KEY, (thread, failure) -> dropped.add(failure));
    }

    /** The blocked threads among what was dropped; other failures may well follow from a cancelled request. */
    List<Throwable> found() {
        return dropped.stream().filter(BlockedThreads::isBlocking).toList();
    }

    private static boolean isBlocking(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BlockingOperationError) {
                return true;
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                if (suppressed instanceof BlockingOperationError) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() {
        Hooks.resetOnErrorDropped();
        Schedulers.resetOnHandleError(KEY);
    }
}
