// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.pipeline;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.util.logging.ClientLogger;
import io.longshore.registry.internal.fake.FakeAcr;
import io.longshore.registry.internal.fake.FakeCredential;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.MovableClock;
import io.longshore.registry.internal.fake.Pipeline;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.internal.run.Call;
import java.util.concurrent.atomic.AtomicInteger;

/** A program whose log is read by a test: logins, reads, refusals and faults, logged as fully as possible. */
final class LoggedSession {

    private static final ClientLogger LOGGER = new ClientLogger(LoggedSession.class);

    private LoggedSession() {}

    public static void main(String[] arguments) {
        for (Way way : Way.values()) {
            MovableClock clock = new MovableClock();
            AtomicInteger exchanges = new AtomicInteger();
            FakeAcr acr = new FakeAcr(clock)
                    .exchange(reply ->
                            exchanges.incrementAndGet() == 1 ? Reply.of(503).body("overloaded") : reply);
            RegistryPipeline client = Pipeline.over(new FakeHttp(request -> withLength(acr.apply(request))))
                    .credential(FakeCredential.working())
                    .clock(clock)
                    .logOptions(new HttpLogOptions()
                            .setLogLevel(HttpLogDetailLevel.BODY_AND_HEADERS)
                            .addAllowedHttpHeaderName(HttpHeaderName.fromString("AUTHORIZATION")))
                    .whole();
            HttpPipeline pipeline = client.requests();
            way.call(pipeline, read());
            acr.revokeAll();
            way.call(pipeline, read());
            LOGGER.info("handed out {}", client.tokens().refreshToken("refresh"));
            LOGGER.info("handed out {}", client.tokens().accessToken("access", "repository:b:pull"));
            acr.exchange(reply -> Reply.json("{\"refresh_token\":\"SECRET\" oops"));
            acr.revokeAll();
            try {
                way.call(pipeline, read());
            } catch (RuntimeException e) {
                LOGGER.error("the third login failed", e);
            }
        }
    }

    /** Bodies are logged only if their length is told. */
    private static Reply withLength(Reply reply) {
        return reply.header("Content-Length", Long.toString(reply.body().getLength()));
    }

    private static Call<Integer> read() {
        return Call.json(
                "read",
                "repository:a:pull",
                () -> new HttpRequest(HttpMethod.GET, "https://reg.example/v2/a/x?n=7&last=b&sig=SECRET")
                        .setHeader(HttpHeaderName.RANGE, "bytes=0-9"),
                answer -> answer.expect(200).status());
    }
}
