// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.exception.HttpResponseException;
import io.longshore.registry.internal.fake.FakeCredential;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.MovableClock;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Sent;
import io.longshore.registry.internal.fake.Way;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

@Timeout(20)
class LoginTest {
    private static final TokenService SERVICE =
            new TokenService(URI.create("https://reg.example/oauth2/token"), "reg.example");
    private static final Scopes SCOPES = new Scopes("repository:a:pull");

    private final MovableClock clock = new MovableClock();

    @ParameterizedTest
    @EnumSource
    void accessToken_credential_isAskedForTheAudience(Way way) {
        FakeCredential credential = FakeCredential.working();
        FakeHttp http = new FakeHttp(LoginTest::grant);

        run(way, login(credential), http);

        assertThat(credential.asked())
                .extracting(TokenRequestContext::getScopes)
                .containsExactly(List.of("https://containerregistry.azure.net/.default"));
    }

    @ParameterizedTest
    @EnumSource
    void accessToken_credentialThatFails_failsWithThatVeryFailure(Way way) {
        RuntimeException failure = new IllegalStateException("az login first");

        assertThatThrownBy(() -> run(
                        way,
                        login(FakeCredential.giving(() -> {
                            throw failure;
                        })),
                        new FakeHttp(LoginTest::grant)))
                .isSameAs(failure);
    }

    @ParameterizedTest
    @EnumSource
    void accessToken_credentialThatGivesNothing_saysSo(Way way) {
        TokenCredential empty = FakeCredential.giving(() -> null);

        assertThatThrownBy(() -> run(way, login(empty), new FakeHttp(LoginTest::grant)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gave neither a token nor an error");
    }

    @Test
    void accessToken_credentialWithoutAMono_saysSo() {
        TokenCredential none = request -> null;

        assertThatThrownBy(() -> run(Way.ASYNC, login(none), new FakeHttp(LoginTest::grant)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gave neither a token nor an error");
    }

    @ParameterizedTest
    @EnumSource
    void accessToken_credentialThatIsCancelled_failsInsteadOfAskingForEver(Way way) {
        AtomicInteger asked = new AtomicInteger();
        TokenCredential cancelled = FakeCredential.giving(() -> {
            if (asked.incrementAndGet() > 5) {
                throw new AssertionError("asked again and again");
            }
            throw new CancellationException("sign-in window closed");
        });

        assertThatThrownBy(() -> run(way, login(cancelled), new FakeHttp(LoginTest::grant)))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void accessToken_afterAFailure_triesAgain(Way way) {
        AtomicInteger asked = new AtomicInteger();
        TokenCredential second = request -> asked.incrementAndGet() == 1
                ? Mono.error(new IllegalStateException("not yet"))
                : FakeCredential.working().getToken(request);
        Login login = login(second);
        FakeHttp http = new FakeHttp(LoginTest::grant);

        assertThatThrownBy(() -> run(way, login, http)).hasMessage("not yet");

        assertThat(run(way, login, http)).isEqualTo("access");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"access_token\":\"t\"}', 44, 45",
        "'{\"access_token\":\"t\",\"expires_in\":300}', 224, 225",
        "'{\"access_token\":\"t\",\"expires_in\":3600}', 3299, 3300",
        "'{\"access_token\":\"t\",\"expires_in\":\"3600\"}', 44, 45",
        "'{\"access_token\":\"t\",\"expires_in\":9223372036854775807}', 86399, 31536000",
    })
    void accessToken_lifetime_isReadOrAssumed(String answer, long reused, long renewed) {
        FakeHttp http = new FakeHttp(request -> Reply.json(answer));
        Login login = login(null);
        run(Way.SYNC, login, http);

        clock.advance(Duration.ofSeconds(reused));
        run(Way.SYNC, login, http);
        assertThat(http.sent()).hasSize(1);

        clock.advance(Duration.ofSeconds(renewed - reused));
        run(Way.SYNC, login, http);
        assertThat(http.sent()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void accessToken_lifetimeThatIsNone_isUsedOnce(int seconds) {
        FakeHttp http = new FakeHttp(request -> Reply.json("{\"access_token\":\"t\",\"expires_in\":" + seconds + "}"));
        Login login = login(null);

        assertThat(run(Way.SYNC, login, http) + run(Way.SYNC, login, http)).isEqualTo("tt");
        assertThat(http.sent()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"token\":\"t\"}", "{\"access_token\":null}", "{\"access_token\":\"\"}", "[]", "7"})
    void accessToken_answerWithoutAToken_saysSo(String answer) {
        assertThatThrownBy(() -> run(Way.SYNC, login(null), new FakeHttp(request -> Reply.json(answer))))
                .isInstanceOf(HttpResponseException.class)
                .hasMessageContaining("get a token of reg.example for repository:a:pull failed:")
                .hasMessageContaining("access_token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\":\"SECRET\" oops",
                "{\"refresh_token\":\"SECRET\",\"access_token\":}",
                "{\"access_token\":[\"SECRET\"]}",
                "{\"access_token\":\"SECRET",
                "SECRET",
            })
    void accessToken_answerThatIsGarbled_isNowhereInTheFailure(String answer) {
        Throwable failure =
                catchThrowable(() -> run(Way.SYNC, login(null), new FakeHttp(request -> Reply.json(answer))));

        assertThat(Throwables.getStackTrace(failure))
                .contains("get a token of reg.example")
                .doesNotContain("SECRET");
    }

    @ParameterizedTest
    @EnumSource
    void accessToken_refusalOfALogin_doesNotTellIt(Way way) {
        FakeHttp http = new FakeHttp(request ->
                request.isTo("exchange") ? grant(request) : Reply.of(500).body("no"));

        Throwable failure = catchThrowable(() -> run(way, login(FakeCredential.working()), http));

        assertThat(Throwables.getStackTrace(failure)).contains("500").doesNotContain("SECRET", "refresh-1");
    }

    private static Reply grant(Sent request) {
        return Reply.json(
                request.isTo("exchange") ? "{\"refresh_token\":\"refresh-1\"}" : "{\"access_token\":\"access\"}");
    }

    private Login login(TokenCredential credential) {
        return new Login(credential, "https://containerregistry.azure.net", "2021-07-01", clock);
    }

    private static String run(Way way, Login login, FakeHttp http) {
        return way.run(http.pipeline(), () -> login.accessToken(SERVICE, SCOPES))
                .secret();
    }

    @ParameterizedTest
    @ValueSource(longs = {-7_200, 0, 7_200})
    void accessToken_clocksThatDiffer_changeNothingOfItsLifetime(long ahead) {
        long issued = clock.instant().plusSeconds(ahead).getEpochSecond();
        String token = jwt("{\"iat\":" + issued + ",\"exp\":" + (issued + 4_500) + "}");
        FakeHttp http = new FakeHttp(request -> Reply.json("{\"access_token\":\"" + token + "\"}"));
        Login login = login(null);
        run(Way.SYNC, login, http);

        clock.advance(Duration.ofSeconds(4_199));
        run(Way.SYNC, login, http);
        assertThat(http.sent()).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        run(Way.SYNC, login, http);
        assertThat(http.sent()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"iat\":-31557014167219200,\"exp\":31556889864403199}",
                "{\"iat\":0,\"exp\":31556889864403199}",
                "{\"exp\":31556889864403199}",
                "{\"exp\":-31557014167219200}",
            })
    void accessToken_lifetimeBeyondReason_isNoFailure(String claims) {
        FakeHttp http = new FakeHttp(request -> Reply.json("{\"access_token\":\"" + jwt(claims) + "\"}"));

        assertThat(run(Way.SYNC, login(null), http)).isEqualTo(jwt(claims));
    }

    private static String jwt(String claims) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return "e30." + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
    }
}
