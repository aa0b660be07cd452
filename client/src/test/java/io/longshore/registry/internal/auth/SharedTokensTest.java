// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import io.longshore.registry.internal.fake.FakeAcr;
import io.longshore.registry.internal.fake.FakeCredential;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.MovableClock;
import io.longshore.registry.internal.fake.Pipeline;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Sent;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.internal.run.AsyncRunner;
import io.longshore.registry.internal.run.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;

/** One client, many callers. */
@Timeout(20)
class SharedTokensTest {
    private static final int CALLERS = 32;

    private final MovableClock clock = new MovableClock();
    private final FakeAcr acr = new FakeAcr(clock);
    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void read_32ColdCallersOfBothKinds_fetchOneToken() throws Exception {
        CountDownLatch arrived = new CountDownLatch(CALLERS);
        FakeHttp http = new FakeHttp(request -> afterAllArrived(request, arrived));
        HttpPipeline pipeline = pipeline(http);

        assertThat(all(way -> way.call(pipeline, read("a")) == 200)).containsOnly(true);

        assertThat(count(http, "/oauth2/exchange")).isEqualTo(1);
        assertThat(count(http, "/oauth2/token")).isEqualTo(1);
        assertThat(count(http, "/v2/")).isEqualTo(2 * CALLERS);
    }

    @Test
    void read_32CallersOfFourRepositories_fetchFourTokensInOneExchange() throws Exception {
        CountDownLatch arrived = new CountDownLatch(CALLERS);
        FakeHttp http = new FakeHttp(request -> afterAllArrived(request, arrived));
        HttpPipeline pipeline = pipeline(http);
        AtomicInteger next = new AtomicInteger();

        assertThat(all(way -> way.call(pipeline, read("r" + next.getAndIncrement() % 4)) == 200))
                .containsOnly(true);

        assertThat(count(http, "/oauth2/exchange")).isEqualTo(1);
        assertThat(count(http, "/oauth2/token")).isEqualTo(4);
    }

    @Test
    void read_32CallersWhileALoginFails_noneIsLeftWaitingAndTheNextSucceeds() throws Exception {
        CountDownLatch arrived = new CountDownLatch(CALLERS);
        AtomicInteger exchanges = new AtomicInteger();
        acr.exchange(reply -> exchanges.incrementAndGet() == 1 ? Reply.of(401) : reply);
        FakeHttp http = new FakeHttp(request -> afterAllArrived(request, arrived));
        HttpPipeline pipeline = pipeline(http);

        List<Boolean> outcomes = all(way -> {
            try {
                return way.call(pipeline, read("a")) == 200;
            } catch (RuntimeException e) {
                assertThat(e).hasMessageContaining("exchange the Entra token");
                return false;
            }
        });

        assertThat(outcomes).contains(false);
        assertThat(Way.SYNC.call(pipeline, read("a"))).isEqualTo(200);
    }

    @Test
    void read_leadingCallerCancelled_anotherFetchesForThoseWhoWait() throws Exception {
        AtomicInteger exchanges = new AtomicInteger();
        acr.exchange(reply -> exchanges.incrementAndGet() == 1 ? Reply.NEVER : reply);
        FakeHttp http = new FakeHttp(acr);
        AsyncRunner async = new AsyncRunner(pipeline(http), Way.TRACER);

        Disposable leading = async.call("test", () -> read("a")).subscribe();
        CompletableFuture<Integer> waiting = async.call("test", () -> read("a")).toFuture();
        assertThat(waiting).isNotDone();
        leading.dispose();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(exchanges).hasValue(2);
    }

    private HttpPipeline pipeline(FakeHttp http) {
        return Pipeline.over(http)
                .credential(FakeCredential.working())
                .clock(clock)
                .build();
    }

    /** Nobody is refused before all have sent their first request, so that all need the token at once. */
    private Reply afterAllArrived(Sent request, CountDownLatch arrived) {
        if (request.header("Authorization").isEmpty() && request.isTo("/v2/")) {
            arrived.countDown();
            await(arrived);
        }
        return acr.apply(request);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(15, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What every caller gets; every other one is async. */
    private List<Boolean> all(Predicate<Way> caller) throws Exception {
        List<Future<Boolean>> outcomes = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Way way = i % 2 == 0 ? Way.SYNC : Way.ASYNC;
            outcomes.add(threads.submit(() -> caller.test(way)));
        }
        List<Boolean> all = new ArrayList<>();
        for (Future<Boolean> outcome : outcomes) {
            all.add(outcome.get(15, TimeUnit.SECONDS));
        }
        return all;
    }

    private static long count(FakeHttp http, String path) {
        return http.sent().stream().filter(sent -> sent.isTo(path)).count();
    }

    private static Call<Integer> read(String repository) {
        return Call.json(
                "read",
                "repository:" + repository + ":pull",
                () -> new HttpRequest(HttpMethod.GET, "https://reg.example/v2/" + repository + "/x"),
                answer -> answer.expect(200).status());
    }
}
