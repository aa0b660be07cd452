// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.Pipeline;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.internal.run.Call;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The library's own rules, under a back-off that does not wait. */
@Timeout(20)
class RetryRulesTest {

    static Stream<Arguments> whatPasses() {
        return bothWays(Stream.of(
                Reply.of(408),
                Reply.of(429),
                Reply.of(500),
                Reply.of(502),
                Reply.of(503),
                Reply.of(504),
                Reply.of(503).header("Retry-After", "0"),
                Reply.of(503).header("Retry-After", "soon"),
                Reply.of(503).header("retry-after-ms", "0"),
                Reply.of(503).header("x-ms-retry-after-ms", "soon"),
                Reply.of(503).header("Retry-After", "Tue, 13 Jan 2015 17:34:15 GMT"),
                Reply.fault(new SocketException("Connection reset")),
                Reply.fault(new ConnectException("refused")),
                Reply.fault(new SocketTimeoutException("timeout")),
                Reply.fault(new IOException("unexpected end of stream"))));
    }

    static Stream<Arguments> whatStays() {
        return bothWays(Stream.of(
                Reply.of(400),
                Reply.of(404),
                Reply.of(501),
                Reply.of(503).header("Retry-After", "86400"),
                Reply.of(429).header("Retry-After", "61"),
                Reply.of(503).header("Retry-After", "999999999999999999"),
                Reply.of(503).header("Retry-After", "Fri, 13 Jan 2073 17:34:15 GMT"),
                Reply.of(503).header("retry-after-ms", "86400000"),
                Reply.of(503).header("x-ms-retry-after-ms", "86400000"),
                Reply.fault(new UnknownHostException("reg.example")),
                Reply.fault(new SSLHandshakeException("no path")),
                Reply.fault(new SSLPeerUnverifiedException("another name"))));
    }

    @ParameterizedTest
    @MethodSource("whatPasses")
    void mayHelp_faultThatPasses_isTriedAgain(Reply reply, Way way) {
        FakeHttp http = FakeHttp.replying(reply, Reply.json("{}"));

        assertThat(way.call(pipeline(http), read())).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("whatStays")
    void mayHelp_faultThatStays_isToldAtOnce(Reply reply, Way way) {
        FakeHttp http = FakeHttp.replying(reply);

        assertThatThrownBy(() -> way.call(pipeline(http), read())).hasMessageContaining("read failed");
        assertThat(http.sent()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void of_noRulesOfTheCaller_takesTheseRules(Way way) {
        FakeHttp http = FakeHttp.replying(Reply.of(503).header("Retry-After", "86400"));
        HttpPipeline pipeline = Pipeline.over(http).retryOptions(null).build();

        assertThatThrownBy(() -> way.call(pipeline, read())).hasMessageContaining("503");
    }

    private static Stream<Arguments> bothWays(Stream<Reply> replies) {
        return replies.flatMap(reply -> Stream.of(Way.values()).map(way -> Arguments.of(reply, way)));
    }

    private static HttpPipeline pipeline(FakeHttp http) {
        return Pipeline.over(http)
                .retryOptions(Pipeline.retries(1)
                        .setShouldRetryCondition(RetryRules.options().getShouldRetryCondition()))
                .build();
    }

    private static Call<Integer> read() {
        return Call.json(
                "read",
                "",
                () -> new HttpRequest(HttpMethod.GET, "https://reg.example/v2/"),
                answer -> answer.expect(200).status());
    }
}
