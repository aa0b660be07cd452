// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import io.longshore.registry.internal.fake.FakeAcr;
import io.longshore.registry.internal.fake.FakeCredential;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.MovableClock;
import io.longshore.registry.internal.fake.Pipeline;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.internal.run.Call;
import io.longshore.registry.internal.run.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** What a failed login says, and what it keeps to itself. */
class LoginFaultTest {
    private static final TokenService SERVICE =
            new TokenService(URI.create("https://reg.example/oauth2/token"), "reg.example");
    private static final Scopes SCOPES = new Scopes("repository:a:pull");
    private static final String SECRET = "SECRET";

    private final MovableClock clock = new MovableClock();
    private final FakeAcr acr = new FakeAcr(clock);

    static Stream<Arguments> credentialsWithoutTheirService() {
        IOException unknown = new UnknownHostException("login.example");
        TokenCredential throwing = request -> {
            throw new UncheckedIOException(unknown);
        };
        TokenCredential signalling = request -> Mono.error(unknown);
        TokenCredential wrapping = request -> Mono.error(new UncheckedIOException(unknown));
        TokenCredential both = FakeCredential.giving(() -> {
            throw new UncheckedIOException(unknown);
        });
        return Stream.of(throwing, signalling, wrapping, both)
                .flatMap(credential -> Stream.of(Way.values()).map(way -> Arguments.of(credential, way)));
    }

    @ParameterizedTest
    @MethodSource("credentialsWithoutTheirService")
    void accessToken_credentialWhoseServiceIsUnknown_namesTheCredential(TokenCredential credential, Way way) {
        FakeHttp http = new FakeHttp(acr);

        assertThatThrownBy(() -> read(way, Pipeline.over(http).credential(credential)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("the credential could not get a token: login.example")
                .hasMessageContaining("its login service")
                .hasMessageNotContaining("reg.example")
                .hasRootCauseInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @EnumSource
    void accessToken_realmWhoseHostIsUnknown_keepsTheTokenCallsOwnWords(Way way) {
        acr.realm("https://auth.example/oauth2/token");
        FakeHttp http = new FakeHttp(request -> request.isTo("auth.example")
                ? Reply.fault(new UnknownHostException("auth.example"))
                : acr.apply(request));

        assertThatThrownBy(() -> read(way, Pipeline.over(http)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("get a token of reg.example for repository:a:pull failed: auth.example")
                .hasMessageContaining("the host name auth.example is not known")
                .hasMessageNotContaining("read failed");
    }

    static Stream<Arguments> answersWithASecret() {
        String token = "{\"access_token\":\"" + SECRET + "\"}";
        return Stream.of(
                        Reply.json(token).status(203),
                        Reply.json(token).status(206),
                        Reply.json(token + token).status(201),
                        Reply.json("{\"access_token\":\"" + SECRET),
                        Reply.json("{\"access_token\":" + SECRET + "}"),
                        Reply.json("{\"access_token\":{\"" + SECRET + "\":1}}"),
                        Reply.json("{\"refresh_token\":\"" + SECRET + "\"}"),
                        Reply.json("{\"errors\":[{\"code\":\"X\"}],\"access_token\":\"" + SECRET + "\"}")
                                .status(203),
                        Reply.of(200).body("access_token=" + SECRET),
                        Reply.of(200).body("{\"access_token\":\"" + SECRET + "x".repeat(70_000) + "\"}"))
                .flatMap(reply -> Stream.of(Way.values()).map(way -> Arguments.of(reply, way)));
    }

    @ParameterizedTest
    @MethodSource("answersWithASecret")
    void accessToken_answerThatIsNotUsed_isNowhereInTheFailure(Reply reply, Way way) {
        HttpResponseException failure = catchThrowableOfType(
                HttpResponseException.class,
                () -> way.run(new FakeHttp(request -> reply).pipeline(), () -> login().accessToken(SERVICE, SCOPES)));

        assertThat(told(failure)).contains("get a token of reg.example").doesNotContain(SECRET);
        assertThat(String.valueOf(failure.getValue())).doesNotContain(SECRET);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @EnumSource
    void accessToken_refusalWithAnErrorBody_isShown(Way way) {
        FakeHttp http = new FakeHttp(
                request -> Reply.of(400).body("{\"errors\":[{\"code\":\"NAME_INVALID\",\"message\":\"no\"}]}"));

        Throwable failure = catchThrowable(() -> way.run(http.pipeline(), () -> login().accessToken(SERVICE, SCOPES)));

        assertThat(failure).hasMessageContaining("400 NAME_INVALID no");
    }

    @Test
    void toString_stepsOfALogin_printNoSecret() {
        Instant now = clock.instant();
        Token token = Token.expiring(SECRET, now, now.plusSeconds(60));

        assertThat(new Step.Done<>(token).toString()).doesNotContain(SECRET);
        assertThat(new Step.Done<>(new TokenCalls.TokenAnswer.Granted(token)).toString())
                .doesNotContain(SECRET);
        assertThat(login().accessToken(SERVICE, SCOPES).toString()).doesNotContain(SECRET);
    }

    private Login login() {
        return new Login(null, "https://containerregistry.azure.net", "2021-07-01", clock);
    }

    /** The trace with all causes, and the body that the exception carries. */
    private static String told(HttpResponseException failure) {
        HttpResponse response = failure.getResponse();
        return Throwables.getStackTrace(failure)
                + response.getBodyAsBinaryData().toString()
                + response.getBodyAsString().block();
    }

    private void read(Way way, Pipeline pipeline) {
        way.call(
                pipeline.clock(clock).build(),
                Call.json(
                        "read",
                        "repository:a:pull",
                        () -> new HttpRequest(HttpMethod.GET, "https://reg.example/v2/a/x"),
                        answer -> answer.expect(200).status()));
    }
}
