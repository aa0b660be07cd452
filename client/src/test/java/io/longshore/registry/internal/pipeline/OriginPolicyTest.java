// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.AddHeadersPolicy;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import com.azure.core.util.ClientOptions;
import com.azure.core.util.Header;
import com.azure.core.util.HttpClientOptions;
import io.longshore.registry.internal.fake.FakeAcr;
import io.longshore.registry.internal.fake.FakeCredential;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.MovableClock;
import io.longshore.registry.internal.fake.Pipeline;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Sent;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.internal.run.Call;
import io.longshore.registry.internal.wire.BlobDownload;
import io.longshore.registry.internal.wire.Digest;
import io.longshore.registry.internal.wire.Endpoint;
import io.longshore.registry.internal.wire.Repository;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An {@code Authorization} header, whoever put it there, stays with the registry. */
class OriginPolicyTest {
    private static final String OWN = "Basic SECRET";
    private static final byte[] CONTENT = "abc".getBytes(StandardCharsets.UTF_8);
    private static final String DIGEST = Digest.of(CONTENT).toString();
    private static final Repository REPOSITORY = Repository.of(new Endpoint("https://reg.example", "1"), "a");

    /** How a caller can bring a header of its own. */
    enum Own implements UnaryOperator<Pipeline> {
        CLIENT_OPTIONS {
            @Override
            public Pipeline apply(Pipeline pipeline) {
                return pipeline.clientOptions(new ClientOptions().setHeaders(HEADERS));
            }
        },
        HTTP_CLIENT_OPTIONS {
            @Override
            public Pipeline apply(Pipeline pipeline) {
                return pipeline.clientOptions(new HttpClientOptions().setHeaders(HEADERS));
            }
        },
        POLICY_PER_CALL {
            @Override
            public Pipeline apply(Pipeline pipeline) {
                return pipeline.policies(
                        new AddHeadersPolicy(new HttpHeaders().set(HttpHeaderName.AUTHORIZATION, OWN)) {
                            @Override
                            public HttpPipelinePosition getPipelinePosition() {
                                return HttpPipelinePosition.PER_CALL;
                            }
                        });
            }
        },
        POLICY_PER_RETRY {
            @Override
            public Pipeline apply(Pipeline pipeline) {
                return pipeline.policies(new HttpPipelineSyncPolicy() {
                    @Override
                    protected void beforeSendingRequest(HttpPipelineCallContext context) {
                        context.getHttpRequest().setHeader(HttpHeaderName.AUTHORIZATION, OWN);
                    }
                });
            }
        };

        private static final List<Header> HEADERS = List.of(new Header("authorization", OWN));
    }

    static Stream<Arguments> everyOwnBothWays() {
        return Stream.of(Own.values()).flatMap(own -> Stream.of(Way.values()).map(way -> Arguments.of(own, way)));
    }

    @ParameterizedTest
    @MethodSource("everyOwnBothWays")
    void process_headerOfTheCaller_reachesTheRegistryAndNotTheStorage(Own own, Way way) {
        FakeHttp http = FakeHttp.replying(
                Reply.of(307).header("Location", "https://store.example/data?sig=1"),
                Reply.of(200).body(CONTENT));

        way.download(own.apply(Pipeline.over(http)).build(), () -> new BlobDownload(REPOSITORY, DIGEST));

        assertThat(http.sent()).extracting(sent -> sent.header("Authorization")).containsExactly(OWN, "");
    }

    @ParameterizedTest
    @CsvSource({
        "SYNC, https://auth.example/oauth2/token, ''",
        "ASYNC, https://auth.example/oauth2/token, ''",
        "SYNC, https://reg.example:8443/oauth2/token, ''",
        "SYNC, https://reg.example/oauth2/token, " + OWN,
        "ASYNC, https://reg.example/oauth2/token, " + OWN,
    })
    void process_headerOfTheCaller_reachesNoForeignRealm(Way way, String realm, String received) {
        FakeHttp http = new FakeHttp(new FakeAcr(new MovableClock()).realm(realm));
        HttpPipelinePolicy onPosts = new HttpPipelineSyncPolicy() {
            @Override
            protected void beforeSendingRequest(HttpPipelineCallContext context) {
                if (context.getHttpRequest().getHttpMethod() == HttpMethod.POST) {
                    context.getHttpRequest().setHeader(HttpHeaderName.AUTHORIZATION, OWN);
                }
            }
        };

        way.call(Pipeline.over(http).policies(onPosts).build(), read());

        assertThat(http.sent())
                .filteredOn(sent -> sent.method().equals("POST"))
                .singleElement()
                .extracting(sent -> sent.header("Authorization"))
                .isEqualTo(received);
    }

    @ParameterizedTest
    @EnumSource
    void process_tokenOfTheLibrary_doesNotReachTheStorage(Way way) {
        FakeAcr acr = new FakeAcr(new MovableClock());
        FakeHttp http = new FakeHttp(request -> answer(acr, request));

        way.download(
                Pipeline.over(http).credential(FakeCredential.working()).build(),
                () -> new BlobDownload(REPOSITORY, DIGEST));

        assertThat(http.sent().stream().filter(sent -> sent.isTo("store.example")))
                .hasSize(2)
                .allSatisfy(sent -> assertThat(sent.header("Authorization")).isEmpty());
        assertThat(http.lines()).endsWith("GET https://store.example/data", "GET https://store.example/more?sig=2");
    }

    /** The registry redirects to the storage, which redirects to another place of its own. */
    private static Reply answer(FakeAcr acr, Sent request) {
        if (request.isTo("store.example/data")) {
            return Reply.of(307).header("Location", "/more?sig=2");
        }
        if (request.isTo("store.example/more")) {
            return Reply.of(200).body(CONTENT);
        }
        boolean authorized = !request.header("Authorization").isEmpty();
        return authorized && request.isTo("/v2/")
                ? Reply.of(307).header("Location", "https://store.example/data")
                : acr.apply(request);
    }

    private static Call<Integer> read() {
        return Call.json(
                "read",
                "repository:a:pull",
                () -> new HttpRequest(HttpMethod.GET, "https://reg.example/v2/a/x"),
                answer -> answer.status());
    }
}
