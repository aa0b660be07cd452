// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.lifetime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a command has opened. It is closed once, the last first: when the command is done, or when the process is asked
 * to end, by Ctrl-C for instance. Thread-safe.
 */
public final class Lifetime implements AutoCloseable {
    private final Runnable farewell;
    private final Deque<Runnable> closings = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** One that the end of the process does not reach. */
    Lifetime(Runnable farewell) {
        this.farewell = farewell;
    }

    /** Begins one. When the process is asked to end, the farewell comes first. */
    public static Lifetime begin(Runnable farewell) {
        Lifetime lifetime = new Lifetime(farewell);
        // Never taken back, as that fails when the process is ending already: with nothing open it does nothing.
        Runtime.getRuntime().addShutdownHook(new Thread(lifetime::end, "longshore-end"));
        return lifetime;
    }

    /** Opens something that has to be closed. The end of the process waits for it, so that nothing stays half open. */
    public <T> T open(Supplier<? extends T> opening, Consumer<? super T> closing) {
        lock.lock();
        try {
            T opened = opening.get();
            closings.push(() -> closing.accept(opened));
            return opened;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the end of the process: returns only by its exception. */
    public void awaitEnd() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closeAll();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the lock: from now on, whoever wants to open or close something waits for the end of the process. */
    void end() {
        farewell.run();
        lock.lock();
        closeAll();
    }

    /** Also closes what is left when one of them fails. */
    private void closeAll() {
        while (!closings.isEmpty()) {
            try {
                closings.pop().run();
            } catch (RuntimeException e) {
                closeRest(e);
                throw e;
            }
        }
    }

    private void closeRest(RuntimeException first) {
        try {
            closeAll();
        } catch (RuntimeException e) {
            first.addSuppressed(e);
        }
    }
}
