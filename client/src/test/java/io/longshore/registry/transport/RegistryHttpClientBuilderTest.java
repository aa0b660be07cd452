// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.ProxyOptions;
import com.azure.core.http.policy.FixedDelay;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.util.Configuration;
import com.azure.core.util.HttpClientOptions;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.internal.run.AsyncRunner;
import io.longshore.registry.internal.run.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

@Timeout(30)
class RegistryHttpClientBuilderTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @ParameterizedTest
    @EnumSource
    void send_patchWhoseConnectionDies_goesOutOnce(Way way) {
        try (RawServer server =
                new RawServer(request -> request.line().startsWith("GET") && request.answer("200 OK", ""))) {
            HttpClient client = new RegistryHttpClientBuilder().build();
            send(way, client, HttpMethod.GET, server.url(), 0);

            assertThatThrownBy(() -> send(way, client, HttpMethod.PATCH, server.url(), 10))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("broke: try again");
            assertThat(server.lines()).containsExactly("GET / HTTP/1.1", "PATCH / HTTP/1.1");
        }
    }

    @Test
    void send_sixteenAsyncRequests_runSideBySide() {
        CountDownLatch together = new CountDownLatch(16);
        try (RawServer server = new RawServer(request -> {
            together.countDown();
            return request.answer(allHere(together) ? "200 OK" : "500 Lonely", "");
        })) {
            AsyncRunner async = new AsyncRunner(
                    new HttpPipelineBuilder()
                            .httpClient(new RegistryHttpClientBuilder().build())
                            .build(),
                    Way.TRACER);

            Long answers = Flux.range(0, 16)
                    .flatMap(i -> async.call("test", () -> call(HttpMethod.GET, server.url(), 0)), 16)
                    .count()
                    .block();

            assertThat(answers).isEqualTo(16);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_redirect_isNotFollowed(Way way) {
        try (RawServer server =
                new RawServer(request -> request.answer("307 Temporary Redirect\r\nLocation: /x", ""))) {
            assertThatThrownBy(
                            () -> send(way, new RegistryHttpClientBuilder().build(), HttpMethod.GET, server.url(), 0))
                    .hasMessageContaining("307");
            assertThat(server.lines()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_serverThatNeverAnswers_isGivenUpWithAdvice(Way way) {
        try (RawServer server = new RawServer(RawServer.Request::stall)) {
            HttpClient client =
                    new RegistryHttpClientBuilder().responseTimeout(SHORT).build();

            assertThatThrownBy(() -> send(way, client, HttpMethod.GET, server.url(), 0))
                    .hasMessageContaining("127.0.0.1 did not answer in time: try again, or raise the timeouts");
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_answerThatStandsStill_isGivenUpWithAdvice(Way way) {
        try (RawServer server = new RawServer(request -> {
            request.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            return request.stall();
        })) {
            HttpClient client =
                    new RegistryHttpClientBuilder().noProgressTimeout(SHORT).build();

            assertThatThrownBy(() -> send(way, client, HttpMethod.GET, server.url(), 0))
                    .hasMessageContaining("did not answer in time");
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_requestThatStandsStill_isGivenUpWithAdvice(Way way) {
        try (RawServer server = new RawServer(RawServer.Request::stall)) {
            HttpClient client =
                    new RegistryHttpClientBuilder().noProgressTimeout(SHORT).build();

            assertThatThrownBy(() -> send(way, client, HttpMethod.PUT, server.url(), 32 * 1024 * 1024))
                    .hasMessageContaining("did not answer in time");
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_connectionThatBreaksMidway_isAFaultOfTheCall(Way way) {
        try (RawServer server = new RawServer(request -> {
            request.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            return false;
        })) {
            assertThatThrownBy(
                            () -> send(way, new RegistryHttpClientBuilder().build(), HttpMethod.GET, server.url(), 0))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("send it failed: ")
                    .hasMessageContaining("broke: try again");
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_nobodyListens_saysWhatToCheck(Way way) throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }

        assertThatThrownBy(() -> send(
                        way,
                        new RegistryHttpClientBuilder().build(),
                        HttpMethod.GET,
                        "http://127.0.0.1:" + port + "/",
                        0))
                .hasMessageContaining(
                        "nothing answers at 127.0.0.1: check the port, the firewall and the proxy settings");
    }

    @ParameterizedTest
    @EnumSource
    void send_unknownHost_saysWhatToCheck(Way way) {
        assertThatThrownBy(() -> send(
                        way,
                        new RegistryHttpClientBuilder()
                                .configuration(Configuration.NONE)
                                .build(),
                        HttpMethod.GET,
                        "https://no-such-host.invalid/",
                        0))
                .hasMessageContaining("the host name no-such-host.invalid is not known: check the endpoint's spelling");
    }

    @ParameterizedTest
    @EnumSource
    void send_proxyVariable_isUsed(Way way) {
        try (RawServer proxy = new RawServer(request -> request.answer("200 OK", ""))) {
            HttpClient client = new RegistryHttpClientBuilder()
                    .configuration(ProxyVariablesTest.variables(Map.of("HTTP_PROXY", proxy.url())))
                    .build();

            send(way, client, HttpMethod.GET, "http://no-such-host.invalid/v2/", 0);

            assertThat(proxy.lines()).containsExactly("GET http://no-such-host.invalid/v2/ HTTP/1.1");
        }
    }

    @Test
    void send_proxyVariableAndHttps_opensATunnel() {
        try (RawServer proxy = new RawServer(request -> request.answer("502 Bad Gateway", ""))) {
            HttpClient client = new RegistryHttpClientBuilder()
                    .configuration(ProxyVariablesTest.variables(Map.of("HTTPS_PROXY", proxy.url())))
                    .build();

            assertThatThrownBy(() -> send(Way.SYNC, client, HttpMethod.GET, "https://no-such-host.invalid/", 0))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(proxy.lines()).first().isEqualTo("CONNECT no-such-host.invalid:443 HTTP/1.1");
        }
    }

    @Test
    void send_hostInNoProxy_goesDirect() {
        try (RawServer proxy = new RawServer(request -> request.answer("200 OK", ""));
                RawServer server = new RawServer(request -> request.answer("200 OK", ""))) {
            HttpClient client = new RegistryHttpClientBuilder()
                    .configuration(ProxyVariablesTest.variables(
                            Map.of("HTTP_PROXY", proxy.url(), "NO_PROXY", "no-such-host.invalid")))
                    .build();

            assertThatThrownBy(() -> send(Way.SYNC, client, HttpMethod.GET, "http://no-such-host.invalid/", 0))
                    .hasMessageContaining("is not known");
            send(Way.SYNC, client, HttpMethod.GET, server.url(), 0);

            assertThat(proxy.lines()).isEmpty();
        }
    }

    @Test
    void from_clientOptions_takesTheTimeToAnswer() {
        try (RawServer server = new RawServer(RawServer.Request::stall)) {
            HttpClient client = RegistryHttpClientBuilder.from(new HttpClientOptions().setResponseTimeout(SHORT), null);

            assertThatThrownBy(() -> send(Way.SYNC, client, HttpMethod.GET, server.url(), 0))
                    .hasMessageContaining("did not answer in time");
        }
    }

    @Test
    void from_clientOptionsWithoutLimits_isAllowed() {
        try (RawServer server = new RawServer(request -> request.answer("200 OK", ""))) {
            HttpClient client = RegistryHttpClientBuilder.from(
                    new HttpClientOptions()
                            .setConnectTimeout(Duration.ZERO)
                            .setResponseTimeout(Duration.ZERO)
                            .setReadTimeout(Duration.ZERO)
                            .setWriteTimeout(Duration.ofSeconds(-1)),
                    null);

            assertThat(send(Way.SYNC, client, HttpMethod.GET, server.url(), 0)).isEqualTo(200);
        }
    }

    @Test
    void timeouts_thatAreNone_areRefused() {
        RegistryHttpClientBuilder builder = new RegistryHttpClientBuilder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.connectTimeout(Duration.ZERO))
                .withMessage("'connectTimeout' must be positive, not PT0S.");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.responseTimeout(Duration.ofMillis(-1)));
        assertThatNullPointerException().isThrownBy(() -> builder.noProgressTimeout(null));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxConnections(0));
    }

    static int send(Way way, HttpClient client, HttpMethod method, String url, int length) {
        return way.call(new HttpPipelineBuilder().httpClient(client).build(), call(method, url, length));
    }

    private static Call<Integer> call(HttpMethod method, String url, int length) {
        return Call.plain(
                "send it",
                "",
                () -> length == 0
                        ? new HttpRequest(method, url)
                        : new HttpRequest(method, url).setBody(new byte[length]),
                answer -> answer.expect(200).status());
    }

    private static boolean allHere(CountDownLatch together) {
        try {
            return together.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_afterTheServerClosedItsIdleConnections_needsOneRetryAtMost(Way way) {
        int idle = 8;
        CountDownLatch together = new CountDownLatch(idle);
        AtomicBoolean later = new AtomicBoolean();
        try (RawServer server = new RawServer(request -> {
            together.countDown();
            // Says that the connection stays, and closes it all the same.
            boolean stays = later.get();
            request.answer(allHere(together) ? "200 OK" : "500 Lonely", "");
            return stays;
        })) {
            HttpClient client = new RegistryHttpClientBuilder().build();
            AsyncRunner async =
                    new AsyncRunner(new HttpPipelineBuilder().httpClient(client).build(), Way.TRACER);
            Flux.range(0, idle)
                    .flatMap(i -> async.call("test", () -> call(HttpMethod.GET, server.url(), 0)), idle)
                    .blockLast();
            later.set(true);

            int status = way.call(
                    new HttpPipelineBuilder()
                            .policies(new RetryPolicy(new FixedDelay(1, Duration.ZERO)))
                            .httpClient(client)
                            .build(),
                    call(HttpMethod.GET, server.url(), 0));

            assertThat(status).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_ipv6Loopback_goesPastTheProxy(Way way) {
        try (RawServer proxy = new RawServer(request -> request.answer("200 OK", ""))) {
            HttpClient client = new RegistryHttpClientBuilder()
                    .configuration(ProxyVariablesTest.variables(Map.of("HTTP_PROXY", proxy.url())))
                    .build();

            // Nobody listens there; what counts is who is asked.
            assertThatThrownBy(() -> send(way, client, HttpMethod.GET, "http://[::1]:1/", 0))
                    .isInstanceOf(UncheckedIOException.class);

            assertThat(proxy.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    @EnabledOnOs(OS.LINUX)
    @Timeout(8) // less than the default limit for connecting
    void send_serverThatTakesNoConnection_isGivenUpWithAdvice(Way way) throws IOException {
        try (FullServer server = new FullServer()) {
            HttpClient client =
                    new RegistryHttpClientBuilder().connectTimeout(SHORT).build();

            assertThatThrownBy(() -> send(way, client, HttpMethod.GET, server.url(), 0))
                    .hasMessageContaining("127.0.0.1 did not answer in time: try again, or raise the timeouts");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(8)
    void from_clientOptions_takesTheTimeToConnect() throws IOException {
        try (FullServer server = new FullServer()) {
            HttpClient client = RegistryHttpClientBuilder.from(new HttpClientOptions().setConnectTimeout(SHORT), null);

            assertThatThrownBy(() -> send(Way.SYNC, client, HttpMethod.GET, server.url(), 0))
                    .hasMessageContaining("did not answer in time");
        }
    }

    @Test
    void from_clientOptions_takesTheTimeWithoutProgress() {
        try (RawServer server = new RawServer(request -> {
            request.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
            return request.stall();
        })) {
            HttpClient client = RegistryHttpClientBuilder.from(
                    new HttpClientOptions().setReadTimeout(SHORT).setWriteTimeout(SHORT), null);

            assertThatThrownBy(() -> send(Way.SYNC, client, HttpMethod.GET, server.url(), 0))
                    .hasMessageContaining("did not answer in time");
        }
    }

    @Test
    void from_proxyOfTheOptions_goesBeforeTheVariables() {
        try (RawServer named = new RawServer(request -> request.answer("200 OK", ""));
                RawServer variable = new RawServer(request -> request.answer("200 OK", ""))) {
            HttpClient client = RegistryHttpClientBuilder.from(
                    new HttpClientOptions()
                            .setProxyOptions(new ProxyOptions(
                                    ProxyOptions.Type.HTTP,
                                    new InetSocketAddress(InetAddress.getLoopbackAddress(), named.port()))),
                    ProxyVariablesTest.variables(Map.of("HTTP_PROXY", variable.url())));

            send(Way.SYNC, client, HttpMethod.GET, "http://no-such-host.invalid/v2/", 0);

            assertThat(named.lines()).hasSize(1);
            assertThat(variable.lines()).isEmpty();
        }
    }

    @Test
    void from_configurationOfTheOptions_goesBeforeThatOfTheBuilder() {
        try (RawServer own = new RawServer(request -> request.answer("200 OK", ""));
                RawServer other = new RawServer(request -> request.answer("200 OK", ""))) {
            HttpClient client = RegistryHttpClientBuilder.from(
                    new HttpClientOptions()
                            .setConfiguration(ProxyVariablesTest.variables(Map.of("HTTP_PROXY", own.url()))),
                    ProxyVariablesTest.variables(Map.of("HTTP_PROXY", other.url())));

            send(Way.SYNC, client, HttpMethod.GET, "http://no-such-host.invalid/v2/", 0);

            assertThat(own.lines()).hasSize(1);
            assertThat(other.lines()).isEmpty();
        }
    }

    @Test
    void from_configurationOfTheBuilder_isReadWhereTheOptionsHaveNone() {
        try (RawServer proxy = new RawServer(request -> request.answer("200 OK", ""))) {
            Configuration configuration = ProxyVariablesTest.variables(Map.of("HTTP_PROXY", proxy.url()));

            HttpClient client = RegistryHttpClientBuilder.from(new HttpClientOptions(), configuration);

            send(Way.SYNC, client, HttpMethod.GET, "http://no-such-host.invalid/v2/", 0);
            assertThat(proxy.lines()).hasSize(1);
        }
    }
}
