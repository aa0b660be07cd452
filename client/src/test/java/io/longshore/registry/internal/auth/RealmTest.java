// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import io.longshore.registry.internal.fake.FakeAcr;
import io.longshore.registry.internal.fake.FakeCredential;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.FakeResponse;
import io.longshore.registry.internal.fake.MovableClock;
import io.longshore.registry.internal.fake.Pipeline;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.internal.run.Call;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where logins and tokens may travel. */
class RealmTest {
    private final FakeAcr acr = new FakeAcr(new MovableClock());
    private final FakeHttp http = new FakeHttp(acr);
    private final FakeCredential credential = FakeCredential.working();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/oauth2/token",
                "https://reg.example.evil/oauth2/token",
                "https://reg.example:8443/oauth2/token",
                "https://reg.example@evil.example/oauth2/token",
                "http://reg.example/oauth2/token",
                "http://localhost/oauth2/token",
                "//reg.example/oauth2/token",
                "/oauth2/token",
                "ftp://reg.example/oauth2/token",
                "not a url",
                "",
            })
    void realm_thatIsNotTheRegistryOverHttps_getsNothingOfALogin(String realm) {
        acr.realm(realm);

        assertThatThrownBy(() -> read(Way.SYNC, Pipeline.over(http).credential(credential), "https://reg.example"))
                .isInstanceOf(ClientAuthenticationException.class)
                .hasMessageStartingWith(
                        "the registry https://reg.example:443 asks for a token from \"" + realm + "\", ");
        assertThat(http.sent()).hasSize(1);
        assertThat(credential.asked()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void realm_thatIsRefused_leavesNoAnswerOpen(Way way) {
        acr.realm("https://evil.example/oauth2/token");

        assertThatThrownBy(() -> read(way, Pipeline.over(http).credential(credential), "https://reg.example"))
                .hasMessageContaining("is not sent elsewhere");
        assertThat(http.responses()).hasSize(1).allMatch(FakeResponse::isClosed);
    }

    @ParameterizedTest
    @EnumSource
    void realm_onAnotherHost_servesTheAnonymous(Way way) {
        acr.realm("https://auth.example/oauth2/token");

        read(way, Pipeline.over(http), "https://reg.example");

        assertThat(http.lines().get(1)).startsWith("POST https://auth.example/oauth2/token?");
    }

    @ParameterizedTest
    @EnumSource
    void realm_thatUpsetsATerminalOrFillsIt_isQuotedWithoutHarm(Way way) {
        acr.realm("\u001b[2J" + "x".repeat(100_000));

        assertThatThrownBy(() -> read(way, Pipeline.over(http), "https://reg.example"))
                .isInstanceOf(ClientAuthenticationException.class)
                .hasMessageContaining("a token from \" [2Jxxx")
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(1_500));
    }

    @ParameterizedTest
    @EnumSource
    void realm_onThisMachineOverHttp_servesNobodyUnlessAllowed(Way way) {
        acr.realm("http://localhost:5000/oauth2/token");

        assertThatThrownBy(() -> read(way, Pipeline.over(http), "https://reg.example"))
                .isInstanceOf(ClientAuthenticationException.class)
                .hasMessageContaining("which is not https");
        assertThat(http.sent()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"http://reg.example, true", "http://reg.example, false", "http://localhost:5000, false"})
    void realm_ofARegistryOverPlainHttp_getsNothing(String endpoint, boolean allowed) {
        acr.realm("https://reg.example/oauth2/token");
        Pipeline pipeline = Pipeline.over(http).endpoint(endpoint);

        assertThatThrownBy(() -> read(Way.SYNC, allowed ? pipeline.allowLoopbackHttp() : pipeline, endpoint))
                .hasMessageContaining("tokens are not sent")
                .hasMessageContaining("allowLoopbackHttp(true)");
        assertThat(http.sent()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void realm_onThisMachineOverHttp_servesWhereAllowed(Way way) {
        acr.realm("http://localhost:5000/oauth2/token");
        Pipeline pipeline = Pipeline.over(http)
                .endpoint("http://localhost:5000")
                .credential(credential)
                .allowLoopbackHttp();

        read(way, pipeline, "http://localhost:5000");

        assertThat(http.lines().get(1)).startsWith("POST http://localhost:5000/oauth2/exchange?");
    }

    @ParameterizedTest
    @EnumSource
    void realm_thatIsNoAcrEndpoint_saysThatEntraTokensDoNotServe(Way way) {
        acr.realm("https://reg.example/token");

        assertThatThrownBy(() -> read(way, Pipeline.over(http).credential(credential), "https://reg.example"))
                .hasMessageContaining("this registry wants another kind of login");
        assertThat(http.sent()).hasSize(1);
    }

    private static void read(Way way, Pipeline pipeline, String endpoint) {
        way.call(
                pipeline.build(),
                Call.json(
                        "read",
                        "repository:a:pull",
                        () -> new HttpRequest(HttpMethod.GET, endpoint + "/v2/a/x"),
                        answer -> answer.expect(200).status()));
    }
}
