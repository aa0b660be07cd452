// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LifetimeTest {
    private final List<String> events = new CopyOnWriteArrayList<>();

    @Test
    void close_ofSeveral_closesTheLastFirst() {
        Lifetime lifetime = begin();
        lifetime.open(() -> "first", events::add);
        lifetime.open(() -> "second", events::add);

        lifetime.close();

        assertThat(events).containsExactly("second", "first");
    }

    @Test
    void close_twice_closesOnce() {
        Lifetime lifetime = begin();
        lifetime.open(() -> "only", events::add);

        lifetime.close();
        lifetime.close();

        assertThat(events).containsExactly("only");
    }

    @Test
    void close_thatFails_closesTheOthersToo() {
        Lifetime lifetime = begin();
        lifetime.open(() -> "first", LifetimeTest::refuse);
        lifetime.open(() -> "second", events::add);
        lifetime.open(() -> "third", LifetimeTest::refuse);

        assertThatThrownBy(lifetime::close)
                .hasMessage("third")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other).hasMessage("first")));
        assertThat(events).containsExactly("second");
    }

    @Test
    void end_ofTheProcess_takesLeaveThenCloses() throws Exception {
        Lifetime lifetime = begin();
        lifetime.open(() -> "open", events::add);

        ended(lifetime).join();

        assertThat(events).containsExactly("farewell", "open");
    }

    @Test
    void end_whileSomethingIsOpened_waitsAndClosesIt() throws Exception {
        Lifetime lifetime = begin();

        Thread end = lifetime.open(() -> untilItWaits(ended(lifetime)), opened -> events.add("late"));
        end.join();

        assertThat(events).containsExactly("farewell", "late");
    }

    private Lifetime begin() {
        return new Lifetime(() -> events.add("farewell"));
    }

    /** A thread of its own, as it keeps its lock for ever. */
    private static Thread ended(Lifetime lifetime) {
        Thread end = new Thread(lifetime::end);
        end.start();
        return end;
    }

    private static void refuse(String name) {
        throw new IllegalStateException(name);
    }

    /** Or until it is over, which is too early. */
    private static Thread untilItWaits(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        return thread;
    }
}
