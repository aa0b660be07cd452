// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.policy.AddHeadersPolicy;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import io.longshore.registry.internal.fake.FakeAcr;
import io.longshore.registry.internal.fake.FakeCredential;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.FakeResponse;
import io.longshore.registry.internal.fake.MovableClock;
import io.longshore.registry.internal.fake.Pipeline;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Sent;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.internal.run.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class AuthPolicyTest {
    private static final String EXCHANGE = "POST https://reg.example/oauth2/exchange?api-version=2021-07-01";
    private static final String TOKEN = "POST https://reg.example/oauth2/token?api-version=2021-07-01";

    private final MovableClock clock = new MovableClock();
    private final FakeAcr acr = new FakeAcr(clock);
    private final FakeHttp http = new FakeHttp(acr);
    private final List<HttpPipeline> pipelines = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void process_firstRead_exchangesFetchesAndRepeats(Way way) {
        assertThat(way.call(withLogin(), read("a"))).isEqualTo(200);

        assertThat(http.lines()).containsExactly(get("a"), EXCHANGE, TOKEN, get("a"));
        assertThat(http.sent())
                .first()
                .satisfies(sent -> assertThat(sent.header("Authorization")).isEmpty());
        assertThat(http.sent())
                .last()
                .satisfies(sent -> assertThat(sent.header("Authorization")).startsWith("Bearer "));
    }

    @ParameterizedTest
    @EnumSource
    void process_tokenCalls_sendTheRecordedForms(Way way) {
        way.call(withLogin(), read("a"));

        Sent exchange = http.sent().get(1);
        Sent token = http.sent().get(2);
        assertThat(exchange.form())
                .isEqualTo(Map.of(
                        "grant_type",
                        "access_token",
                        "service",
                        "reg.example",
                        "access_token",
                        FakeCredential.ENTRA_TOKEN));
        assertThat(token.form())
                .containsOnlyKeys("grant_type", "service", "scope", "refresh_token")
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("scope", "repository:a:pull");
        assertThat(token.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(token.header("Authorization") + exchange.header("Authorization"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void process_anonymous_asksForATokenWithoutLogin(Way way) {
        assertThat(way.call(Pipeline.over(http).clock(clock).build(), read("a")))
                .isEqualTo(200);

        assertThat(http.lines()).containsExactly(get("a"), TOKEN, get("a"));
        assertThat(http.sent().get(1).form())
                .isEqualTo(Map.of("grant_type", "password", "service", "reg.example", "scope", "repository:a:pull"));
    }

    @ParameterizedTest
    @EnumSource
    void process_sixReadsOfTwoRepositories_sendTenRequestsAtMost(Way way) {
        HttpPipeline pipeline = withLogin();

        for (int i = 0; i < 3; i++) {
            way.call(pipeline, read("a"));
            way.call(pipeline, read("b"));
        }

        assertThat(http.lines())
                .containsExactly(
                        get("a"), EXCHANGE, TOKEN, get("a"), TOKEN, get("b"), get("a"), get("b"), get("a"), get("b"));
    }

    @ParameterizedTest
    @EnumSource
    void process_rightThatIsNotGranted_isNotAskedForAgainAndAgain(Way way) {
        acr.granting();
        HttpPipeline pipeline = withLogin();

        assertThatThrownBy(() -> way.call(pipeline, read("a")))
                .isInstanceOf(ClientAuthenticationException.class)
                .hasMessageContaining("the login was accepted but lacks the right");
        assertThat(http.sent()).hasSize(4);

        assertThatThrownBy(() -> way.call(pipeline, read("a"))).isInstanceOf(ClientAuthenticationException.class);
        assertThat(http.sent()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource
    void process_challengeForMoreThanIsKnown_fetchesThat(Way way) {
        HttpPipeline pipeline = withLogin();
        way.call(pipeline, read("a"));
        acr.demanding("push,pull").granting("pull", "push");

        assertThat(way.call(pipeline, read("a"))).isEqualTo(200);
        assertThat(http.lines()).endsWith(get("a"), TOKEN, get("a"));
        assertThat(http.sent().get(http.sent().size() - 2).form()).containsEntry("scope", "repository:a:pull,push");
    }

    @ParameterizedTest
    @EnumSource
    void process_revokedTokens_areReplacedOnceEach(Way way) {
        HttpPipeline pipeline = withLogin();
        way.call(pipeline, read("a"));
        acr.revokeAll();

        assertThat(way.call(pipeline, read("a"))).isEqualTo(200);

        // The refresh token is refused too, exchanged once more, and what it gives is used.
        assertThat(http.lines().subList(4, 9)).containsExactly(get("a"), TOKEN, EXCHANGE, TOKEN, get("a"));
    }

    @ParameterizedTest
    @EnumSource
    void process_refreshTokensThatAreAlwaysRefused_endInAFailure(Way way) {
        acr.token(reply -> Reply.of(401));

        assertThatThrownBy(() -> way.call(withLogin(), read("a")))
                .isInstanceOf(ClientAuthenticationException.class)
                .hasMessageContaining("get a token of reg.example for repository:a:pull failed: 401");
        assertThat(http.lines()).containsExactly(get("a"), EXCHANGE, TOKEN, EXCHANGE, TOKEN);
    }

    @ParameterizedTest
    @EnumSource
    void process_loginThatIsNotAccepted_saysSo(Way way) {
        acr.exchange(reply -> Reply.of(401));

        assertThatThrownBy(() -> way.call(withLogin(), read("a")))
                .isInstanceOf(ClientAuthenticationException.class)
                .hasMessageContaining("exchange the Entra token for a token of reg.example failed: 401")
                .hasMessageContaining("the token service does not accept this login");
    }

    @ParameterizedTest
    @EnumSource
    void process_fiveMinutesBeforeExpiry_fetchesANewTokenBeforehand(Way way) {
        HttpPipeline pipeline = withLogin();
        way.call(pipeline, read("a"));
        clock.advance(Duration.ofMinutes(71));

        way.call(pipeline, read("a"));

        assertThat(http.lines().subList(4, http.sent().size())).containsExactly(TOKEN, get("a"));
    }

    @ParameterizedTest
    @EnumSource
    void process_tokenServiceDownBeforeExpiry_usesTheTokenThatIsStillValid(Way way) {
        HttpPipeline pipeline = withLogin();
        way.call(pipeline, read("a"));
        clock.advance(Duration.ofMinutes(71));
        acr.token(reply -> Reply.of(503));

        assertThat(way.call(pipeline, read("a"))).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void process_requestToAnotherHost_getsNoTokenAndNoAnswerToItsChallenge(Way way) {
        HttpPipeline pipeline = withLogin();
        way.call(pipeline, read("a"));

        assertThat(way.call(pipeline, get("repository:a:pull", "https://store.example/data")))
                .isEqualTo(401);

        assertThat(http.sent())
                .hasSize(5)
                .last()
                .satisfies(sent -> assertThat(sent.header("Authorization")).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void process_authorizationOfTheCaller_isLeftAlone(Way way) {
        HttpPipelinePolicy own =
                new AddHeadersPolicy(new HttpHeaders().set(HttpHeaderName.AUTHORIZATION, "Basic mine")) {
                    @Override
                    public HttpPipelinePosition getPipelinePosition() {
                        return HttpPipelinePosition.PER_CALL;
                    }
                };
        HttpPipeline pipeline = Pipeline.over(http)
                .credential(FakeCredential.working())
                .policies(own)
                .build();

        assertThat(way.call(pipeline, get("repository:a:pull", "https://reg.example/v2/a/x")))
                .isEqualTo(401);

        assertThat(http.sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.header("Authorization")).isEqualTo("Basic mine"));
    }

    @ParameterizedTest
    @EnumSource
    void process_authorizationSetBelow_isNotTakenForAToken(Way way) {
        HttpPipelinePolicy below = new HttpPipelineSyncPolicy() {
            @Override
            protected void beforeSendingRequest(HttpPipelineCallContext context) {
                context.getHttpRequest().setHeader(HttpHeaderName.AUTHORIZATION, "x");
            }
        };
        HttpPipeline pipeline = Pipeline.over(http).policies(below).build();

        assertThat(way.call(pipeline, get("repository:a:pull", "https://reg.example/v2/a/x")))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic realm=\"Azure Container Registry\"", "=,\"", "\u00e4"})
    void process_challengeThatIsNoBearerOne_leavesTheRefusalToTheCaller(String challenge) {
        FakeHttp refusing = new FakeHttp(request -> Reply.challenge(challenge));

        assertThatThrownBy(() -> Way.SYNC.call(Pipeline.over(refusing).build(), read("a")))
                .isInstanceOf(ClientAuthenticationException.class)
                .hasMessageStartingWith("read a failed: 401 UNAUTHORIZED");
        assertThat(refusing.sent()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer realm"})
    void process_bearerChallengeWithoutARealm_saysSo(String challenge) {
        FakeHttp refusing = new FakeHttp(request -> Reply.challenge(challenge));

        assertThatThrownBy(() -> Way.SYNC.call(Pipeline.over(refusing).build(), read("a")))
                .isInstanceOf(ClientAuthenticationException.class)
                .hasMessageContaining("not a URL of a token endpoint");
        assertThat(refusing.sent()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void process_bearerChallengeAmongOthers_isTheOneAnswered(Way way) {
        FakeHttp several = FakeHttp.replying(
                Reply.challenge("Negotiate", "Basic realm=\"x\", Bearer realm=\"https://reg.example/oauth2/token\""),
                Reply.json("{\"access_token\":\"t\"}"),
                Reply.json("{}"));

        way.call(Pipeline.over(several).build(), read("a"));

        assertThat(several.lines()).containsExactly(get("a"), TOKEN, get("a"));
        assertThat(several.sent().get(1).form()).containsEntry("scope", "repository:a:pull");
    }

    @ParameterizedTest
    @EnumSource
    void process_retriedRequest_doesNotRepeatTheTokenCalls(Way way) {
        FakeHttp failing = new FakeHttp(request -> {
            boolean authorized = !request.header("Authorization").isEmpty();
            return authorized ? Reply.of(503) : acr.apply(request);
        });
        HttpPipeline pipeline = Pipeline.over(failing).clock(clock).build();

        assertThatThrownBy(() -> way.call(pipeline, read("a"))).hasMessageContaining("503");

        assertThat(failing.lines()).containsExactly(get("a"), TOKEN, get("a"), get("a"), get("a"));
    }

    @ParameterizedTest
    @EnumSource
    void process_refusals_areClosed(Way way) {
        way.call(withLogin(), read("a"));

        assertThat(http.responses()).hasSize(4).allMatch(FakeResponse::isClosed);
    }

    @Test
    void processSync_onAReactorThread_doesNotBlockIt() {
        HttpPipeline pipeline = withLogin();

        Integer status = Mono.fromCallable(() -> Way.SYNC.call(pipeline, read("a")))
                .subscribeOn(Schedulers.parallel())
                .block(Duration.ofSeconds(20));

        assertThat(status).isEqualTo(200);
    }

    private HttpPipeline withLogin() {
        return over(http);
    }

    private static String get(String repository) {
        return "GET https://reg.example/v2/" + repository + "/x";
    }

    /** Fails unless the answer is 200. */
    private static Call<Integer> read(String repository) {
        return Call.json(
                "read " + repository,
                "repository:" + repository + ":pull",
                () -> new HttpRequest(HttpMethod.GET, "https://reg.example/v2/" + repository + "/x"),
                answer -> answer.expect(200).status());
    }

    private static Call<Integer> get(String scope, String url) {
        return Call.json("read", scope, () -> new HttpRequest(HttpMethod.GET, url), answer -> answer.status());
    }

    @ParameterizedTest
    @EnumSource
    void process_registryThatAsksForAnotherScope_costsARoundOnlyOnce(Way way) {
        acr.demanding("*").granting("*");
        HttpPipeline pipeline = withLogin();
        way.call(pipeline, read("b"));

        way.call(pipeline, read("a"));
        int afterTheFirst = http.sent().size();
        way.call(pipeline, read("a"));
        clock.advance(Duration.ofMinutes(80));
        way.call(pipeline, read("a"));

        assertThat(http.lines().subList(4, afterTheFirst)).containsExactly(TOKEN, get("a"), TOKEN, get("a"));
        assertThat(http.lines().subList(afterTheFirst, http.sent().size())).containsExactly(get("a"), TOKEN, get("a"));
        assertThat(http.sent().get(http.sent().size() - 2).form()).containsEntry("scope", "repository:a:*");
    }

    @ParameterizedTest
    @EnumSource
    void process_requestsThatAreRefusedTogether_allAskForTheOtherScope(Way way) {
        acr.demanding("*").granting("*");
        boolean[] nested = new boolean[1];
        FakeHttp meanwhile = new FakeHttp(request -> {
            Reply reply = acr.apply(request);
            if (reply.status() == 401 && request.isTo("/v2/a/") && !nested[0]) {
                nested[0] = true;
                // Another caller is refused and served between this one's request and its refusal.
                assertThat(way.call(pipelines.get(0), read("a"))).isEqualTo(200);
            }
            return reply;
        });
        HttpPipeline pipeline = over(meanwhile);
        pipelines.add(pipeline);
        way.call(pipeline, read("b"));

        assertThat(way.call(pipeline, read("a"))).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void process_realmThatIsRefused_failsWithTheAnswerThatNamedIt(Way way) {
        acr.realm("https://evil.example/oauth2/token");

        ClientAuthenticationException failure =
                catchThrowableOfType(ClientAuthenticationException.class, () -> way.call(withLogin(), read("a")));

        assertThat(failure.getResponse().getStatusCode()).isEqualTo(401);
        assertThat(failure.getResponse().getHeaderValue(HttpHeaderName.WWW_AUTHENTICATE))
                .contains("evil.example");
    }

    private HttpPipeline over(FakeHttp transport) {
        return Pipeline.over(transport)
                .credential(FakeCredential.working())
                .clock(clock)
                .build();
    }
}
