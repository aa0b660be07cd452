// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.credential.AccessToken;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import io.longshore.registry.internal.fake.FakeAcr;
import io.longshore.registry.internal.fake.FakeCredential;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.MovableClock;
import io.longshore.registry.internal.fake.Pipeline;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.internal.pipeline.RegistryPipeline;
import io.longshore.registry.internal.run.AsyncRunner;
import io.longshore.registry.internal.run.Call;
import io.longshore.registry.internal.run.SyncRunner;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

class TokenExchangeTest {
    private static final String VERSION_CHECK = "GET https://reg.example/v2/";
    private static final String EXCHANGE = "POST https://reg.example/oauth2/exchange?api-version=2021-07-01";
    private static final String TOKEN = "POST https://reg.example/oauth2/token?api-version=2021-07-01";
    private static final String PULL = "repository:a:pull";

    private final MovableClock clock = new MovableClock();
    private final AtomicReference<UnaryOperator<Reply>> exchanged = new AtomicReference<>(reply -> reply);
    private final FakeAcr acr =
            new FakeAcr(clock).exchange(reply -> exchanged.get().apply(reply));
    private final FakeHttp http = new FakeHttp(acr);

    @ParameterizedTest
    @EnumSource
    void refreshToken_cold_learnsWhereAndExchangesOnce(Way way) {
        TokenExchange tokens = withLogin().tokens();

        AccessToken first = refresh(way, tokens);
        AccessToken second = refresh(way, tokens);

        assertThat(http.lines()).containsExactly(VERSION_CHECK, EXCHANGE);
        assertThat(first.getToken()).isEqualTo(second.getToken()).startsWith("ey");
        assertThat(first.getExpiresAt())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(195)).atOffset(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @EnumSource
    void accessToken_severalScopes_askedForInOneRequest(Way way) {
        AccessToken token = access(way, withLogin().tokens(), "repository:b:pull", "repository:a:push,pull");

        assertThat(http.lines()).containsExactly(VERSION_CHECK, EXCHANGE, TOKEN);
        assertThat(http.sent().get(2).form())
                .containsEntry("scope", "repository:a:pull,push repository:b:pull")
                .containsEntry("grant_type", "refresh_token");
        assertThat(token.getExpiresAt())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(75)).atOffset(ZoneOffset.UTC));
    }

    @ParameterizedTest
    @EnumSource
    void tokens_ofRequestsOfTheClient_areTheSame(Way way) {
        RegistryPipeline client = withLogin();
        way.call(client.requests(), read());
        String used = http.sent().get(3).header("Authorization");

        assertThat("Bearer " + access(way, client.tokens(), PULL).getToken()).isEqualTo(used);
        refresh(way, client.tokens());
        assertThat(http.sent()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void requestsOfTheClient_afterATokenWasHandedOut_useIt(Way way) {
        RegistryPipeline client = withLogin();
        String token = access(way, client.tokens(), PULL).getToken();

        way.call(client.requests(), read());

        assertThat(http.lines()).endsWith("GET https://reg.example/v2/a/x").hasSize(4);
        assertThat(http.sent().get(3).header("Authorization")).isEqualTo("Bearer " + token);
    }

    @ParameterizedTest
    @EnumSource
    void refreshToken_dueForANewOne_isReplaced(Way way) {
        TokenExchange tokens = withLogin().tokens();
        AccessToken old = refresh(way, tokens);
        clock.advance(Duration.ofMinutes(191));

        AccessToken fresh = refresh(way, tokens);

        assertThat(fresh.getToken()).isNotEqualTo(old.getToken());
        assertThat(fresh.getExpiresAt()).isAfter(old.getExpiresAt());
    }

    @ParameterizedTest
    @EnumSource
    void refreshToken_dueButNoNewOneToBeHad_isTheOldOne(Way way) {
        TokenExchange tokens = withLogin().tokens();
        AccessToken old = refresh(way, tokens);
        clock.advance(Duration.ofMinutes(191));
        exchanged.set(reply -> Reply.of(401));

        AccessToken kept = refresh(way, tokens);

        assertThat(kept.getToken()).isEqualTo(old.getToken());
        assertThat(kept.getExpiresAt()).isEqualTo(old.getExpiresAt());
    }

    @ParameterizedTest
    @EnumSource
    void anonymous_refreshToken_isRefusedWithAdviceBeforeSending(Way way) {
        TokenExchange tokens = Pipeline.over(http).clock(clock).tokens();

        assertThatThrownBy(() -> refresh(way, tokens))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("this client is anonymous: give the builder a credential(...)");
        assertThat(http.sent()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anonymous_accessToken_isFetchedWithoutLogin(Way way) {
        AccessToken token = access(way, Pipeline.over(http).clock(clock).tokens(), PULL);

        assertThat(token.getToken()).startsWith("ey");
        assertThat(http.lines()).containsExactly(VERSION_CHECK, TOKEN);
        assertThat(http.sent().get(1).form()).containsEntry("grant_type", "password");
    }

    @ParameterizedTest
    @EnumSource
    void outOfReach_anyToken_isUnsupportedWithAdvice(Way way) {
        TokenExchange tokens = TokenExchange.outOfReach(
                new SyncRunner(http.pipeline(), Way.TRACER), new AsyncRunner(http.pipeline(), Way.TRACER));

        assertThatThrownBy(() -> refresh(way, tokens))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("pipeline of your own")
                .hasMessageContaining("credential(...)");
        assertThatThrownBy(() -> access(way, tokens, PULL)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(http.sent()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void accessToken_malformedScope_isRefusedBeforeSending(Way way) {
        TokenExchange tokens = withLogin().tokens();

        assertThatThrownBy(() -> access(way, tokens, "samples/app:pull"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"samples/app:pull\"");
        assertThat(http.sent()).isEmpty();
    }

    @Test
    void async_malformedScope_arrivesInTheMono() {
        Mono<AccessToken> token = withLogin().tokens().accessTokenAsync("test", "nonsense");

        assertThat(token.onErrorComplete().blockOptional()).isEmpty();
    }

    @Test
    void async_notSubscribedTo_sendsNothing() {
        Mono<AccessToken> token = withLogin().tokens().refreshTokenAsync("test");

        assertThat(token).isNotNull();
        assertThat(http.sent()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void registryWithoutLogin_saysThatThereAreNoTokens(Way way) {
        TokenExchange tokens = login(FakeHttp.replying(Reply.json("{}"))).tokens();

        assertThatThrownBy(() -> access(way, tokens, PULL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lets requests in without a login");
    }

    @ParameterizedTest
    @EnumSource
    void registryWithBasicAlone_saysWhatIsMissing(Way way) {
        TokenExchange tokens = login(FakeHttp.replying(Reply.challenge("Basic realm=\"Registry\"")))
                .tokens();

        assertThatThrownBy(() -> access(way, tokens, PULL))
                .isInstanceOf(HttpResponseException.class)
                .hasMessageContaining("where its tokens come from failed: the refusal names no token service");
    }

    @ParameterizedTest
    @EnumSource
    void registryThatRefusesTheCaller_saysWhy(Way way) {
        TokenExchange tokens = login(FakeHttp.replying(Reply.of(403)
                        .body("{\"errors\":[{\"code\":\"DENIED\",\"message\":\"client with IP is not allowed\"}]}")))
                .tokens();

        assertThatThrownBy(() -> refresh(way, tokens))
                .isInstanceOf(HttpResponseException.class)
                .hasMessageContaining("403 DENIED")
                .hasMessageContaining("firewall");
    }

    @ParameterizedTest
    @EnumSource
    void realmOnAnotherHost_credentialIsNotSentThere(Way way) {
        FakeHttp elsewhere = FakeHttp.replying(
                Reply.challenge("Bearer realm=\"https://evil.example/oauth2/token\",service=\"reg.example\""));

        ClientAuthenticationException refusal = catchThrowableOfType(
                ClientAuthenticationException.class,
                () -> refresh(way, login(elsewhere).tokens()));

        assertThat(refusal).hasMessageContaining("evil.example").hasMessageContaining("another host");
        assertThat(refusal.getResponse().getStatusCode()).isEqualTo(401);
        assertThat(elsewhere.sent()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void refusedLogin_isToldWithoutAnySecret(Way way) {
        exchanged.set(reply -> Reply.of(401));

        assertThatThrownBy(() -> refresh(way, withLogin().tokens()))
                .isInstanceOf(ClientAuthenticationException.class)
                .hasMessageContaining("exchange the Entra token")
                .hasMessageNotContaining("SECRET");
    }

    @Test
    void handedOut_text_hidesTheToken() {
        AccessToken token = withLogin().tokens().refreshToken("test");

        assertThat(token.toString()).doesNotContain(token.getToken());
    }

    private static AccessToken refresh(Way way, TokenExchange tokens) {
        return way == Way.SYNC ? tokens.refreshToken("test") : Way.got(tokens.refreshTokenAsync("test"));
    }

    private static AccessToken access(Way way, TokenExchange tokens, String... scopes) {
        return way == Way.SYNC ? tokens.accessToken("test", scopes) : Way.got(tokens.accessTokenAsync("test", scopes));
    }

    private RegistryPipeline withLogin() {
        return login(http);
    }

    private RegistryPipeline login(FakeHttp transport) {
        return Pipeline.over(transport)
                .credential(FakeCredential.working())
                .clock(clock)
                .whole();
    }

    private static Call<Integer> read() {
        return Call.json(
                "read",
                PULL,
                () -> new HttpRequest(HttpMethod.GET, "https://reg.example/v2/a/x"),
                answer -> answer.expect(200).status());
    }
}
