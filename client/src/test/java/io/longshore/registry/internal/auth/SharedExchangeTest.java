// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import io.longshore.registry.internal.fake.FakeAcr;
import io.longshore.registry.internal.fake.FakeCredential;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.MovableClock;
import io.longshore.registry.internal.fake.Pipeline;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Sent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Handed-out tokens, many callers. */
@Timeout(20)
class SharedExchangeTest {
    private static final int CALLERS = 16;

    private final MovableClock clock = new MovableClock();
    private final FakeAcr acr = new FakeAcr(clock);
    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void refreshToken_coldCallersOfBothKinds_shareOneExchange() throws Exception {
        CountDownLatch arrived = new CountDownLatch(CALLERS);
        FakeHttp http = new FakeHttp(request -> afterAllArrived(request, arrived));
        TokenExchange tokens = tokens(http, clock);
        List<Future<AccessToken>> asked = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            asked.add(
                    caller % 2 == 0
                            ? threads.submit(() -> tokens.refreshToken("test"))
                            : threads.submit(() ->
                                    tokens.refreshTokenAsync("test").toFuture().get()));
        }

        Set<String> got = new HashSet<>();
        for (Future<AccessToken> each : asked) {
            got.add(each.get(15, TimeUnit.SECONDS).getToken());
        }

        assertThat(got).hasSize(1);
        assertThat(http.sent().stream().filter(sent -> sent.isTo("/oauth2/exchange")))
                .hasSize(1);
    }

    private static TokenExchange tokens(FakeHttp http, MovableClock clock) {
        return Pipeline.over(http)
                .credential(FakeCredential.working())
                .clock(clock)
                .tokens();
    }

    /** Nobody is told where tokens come from before all have asked, so that all need the token at once. */
    private Reply afterAllArrived(Sent request, CountDownLatch arrived) {
        if (request.isTo("/v2/")) {
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
}
