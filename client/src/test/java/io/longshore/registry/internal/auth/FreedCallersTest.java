// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import io.longshore.registry.internal.fake.FakeAcr;
import io.longshore.registry.internal.fake.FakeCredential;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.MovableClock;
import io.longshore.registry.internal.fake.Pipeline;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.internal.run.Call;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever happens to the caller that fetches a token, the others are not left waiting. */
@Timeout(20)
class FreedCallersTest {
    private static final AccessToken ENTRA = new AccessToken(FakeCredential.ENTRA_TOKEN, OffsetDateTime.MAX);

    private final FakeHttp http = new FakeHttp(new FakeAcr(new MovableClock()));
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch asking = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<Thread> waiter = new AtomicReference<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void read_afterACheckedExceptionOfTheCredential_asksAnew(Way way) {
        HttpPipeline pipeline = pipeline(() -> {
            if (asked.incrementAndGet() == 1) {
                throw FreedCallersTest.<RuntimeException>smuggled(new Exception("no login"));
            }
            return ENTRA;
        });

        assertThatThrownBy(() -> way.call(pipeline, read())).hasStackTraceContaining("no login");

        assertThat(way.call(pipeline, read())).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void read_whileACheckedExceptionEndsTheLead_failsInsteadOfWaiting(Way waiter) throws Exception {
        HttpPipeline pipeline = pipeline(() -> {
            if (asked.incrementAndGet() == 1) {
                asking.countDown();
                pause(release);
                throw FreedCallersTest.<RuntimeException>smuggled(new Exception("no login"));
            }
            return ENTRA;
        });

        Future<Integer> leading = threads.submit(() -> Way.SYNC.call(pipeline, read()));
        asking.await();
        Future<Integer> waiting = waiting(waiter, pipeline);
        release.countDown();

        assertThatThrownBy(() -> leading.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasStackTraceContaining("no login");
        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasStackTraceContaining("no login");
    }

    @ParameterizedTest
    @EnumSource
    void read_whileTheLeadIsInterrupted_fetchesItself(Way waiter) throws Exception {
        AtomicReference<Thread> leader = new AtomicReference<>();
        HttpPipeline pipeline = pipeline(() -> {
            if (asked.incrementAndGet() == 1) {
                leader.set(Thread.currentThread());
                asking.countDown();
                pause(release);
            }
            return ENTRA;
        });

        Future<Integer> leading = threads.submit(() -> Way.SYNC.call(pipeline, read()));
        asking.await();
        Future<Integer> waiting = waiting(waiter, pipeline);
        leader.get().interrupt();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(200);
        assertThatThrownBy(() -> leading.get(10, TimeUnit.SECONDS)).hasStackTraceContaining("InterruptedException");
        assertThat(asked).hasValue(2);
    }

    @Test
    void read_interruptedWhileWaiting_leavesTheLeadAlone() throws Exception {
        HttpPipeline pipeline = pipeline(() -> {
            asked.incrementAndGet();
            asking.countDown();
            pause(release);
            return ENTRA;
        });
        Future<Integer> leading = threads.submit(() -> Way.SYNC.call(pipeline, read()));
        asking.await();
        Future<Integer> waiting = waiting(Way.SYNC, pipeline);

        waiter.get().interrupt();
        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .hasStackTraceContaining("interrupted while waiting for a token");
        release.countDown();

        assertThat(leading.get(10, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(asked).hasValue(1);
    }

    /** A second caller, which by now waits for the token that is being fetched. */
    private Future<Integer> waiting(Way way, HttpPipeline pipeline) {
        Future<Integer> waiting = threads.submit(() -> {
            waiter.set(Thread.currentThread());
            return way.call(pipeline, read());
        });
        while (waiter.get() == null || !isParked(waiter.get())) {
            assertThat(Thread.currentThread().isInterrupted()).as("out of time").isFalse();
            Thread.onSpinWait();
        }
        return waiting;
    }

    private static boolean isParked(Thread thread) {
        boolean waits = thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
        return waits
                && Stream.of(thread.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .anyMatch(name -> name.startsWith("java.util.concurrent.CompletableFuture")
                                || name.startsWith("reactor.core.publisher.Blocking"));
    }

    private HttpPipeline pipeline(Supplier<AccessToken> credential) {
        return Pipeline.over(http).credential(FakeCredential.giving(credential)).build();
    }

    private static void pause(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
    }) // That is how checked exceptions get out of where none is declared.
    private static <E extends Throwable> E smuggled(Throwable checked) throws E {
        throw (E) checked;
    }

    private static Call<Integer> read() {
        return Call.json(
                "read",
                "repository:a:pull",
                () -> new HttpRequest(HttpMethod.GET, "https://reg.example/v2/a/x"),
                answer -> answer.expect(200).status());
    }
}
