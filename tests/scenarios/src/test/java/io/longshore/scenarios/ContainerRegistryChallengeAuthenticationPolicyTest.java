// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.junit.WithRegistry;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.scenarios.api.EachWay;
import io.longshore.scenarios.api.Registry;
import io.longshore.scenarios.api.Way;
import io.longshore.scenarios.server.Asked;
import io.longshore.scenarios.server.Reply;
import io.longshore.scenarios.server.ScriptedServer;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.DisplayName;
import reactor.core.publisher.Mono;

class ContainerRegistryChallengeAuthenticationPolicyTest {
    @EachWay
    @DisplayName("ChallengePolicySetsToken")
    void challengePolicySetsToken_challenged_accessTokenIsSent(Way way) {
        try (ScriptedServer server = new ScriptedServer(ContainerRegistryChallengeAuthenticationPolicyTest::reply)) {
            Registry registry = way.registry(new ContainerRegistryClientBuilder()
                    .endpoint(server.endpoint())
                    .credential(request -> Mono.just(new AccessToken("TestEntraToken", OffsetDateTime.MAX)))
                    .allowLoopbackHttp(true));

            registry.repository(Seeds.HELLO).properties();

            assertThat(server.requests())
                    .filteredOn(asked -> asked.is("GET", "/acr/v1/"))
                    .extracting(asked -> asked.header("Authorization"))
                    .containsExactly("", "Bearer TestAcrAccessToken");
        }
    }

    // .NET fetches two access tokens here; ours keeps the first.
    @EachWay
    @WithRegistry
    @DisplayName("ChallengePolicyCachesRefreshToken")
    void challengePolicyCachesRefreshToken_twoRequests_oneExchangeAndOneAccessToken(
            Way way, RegistryEmulator emulator, ContainerRegistryClientBuilder builder) {
        emulator.seed().image(Seeds.HELLO, "latest");
        Registry registry = way.registry(builder);

        registry.repository(Seeds.HELLO).properties();
        registry.repository(Seeds.HELLO).properties();

        assertTokens(emulator, 1, 1);
    }

    @EachWay
    @WithRegistry
    @DisplayName("ChallengePolicyCachesRefreshToken: two repositories")
    void challengePolicyCachesRefreshToken_twoRepositories_oneExchangeAndTwoAccessTokens(
            Way way, RegistryEmulator emulator, ContainerRegistryClientBuilder builder) {
        emulator.seed().image(Seeds.HELLO, "latest");
        emulator.seed().image(Seeds.NODE, "latest");
        Registry registry = way.registry(builder);

        registry.repository(Seeds.HELLO).properties();
        registry.repository(Seeds.NODE).properties();

        assertTokens(emulator, 1, 2);
    }

    @EachWay
    @WithRegistry
    @DisplayName("ChallengePolicyRefreshTokenExpires")
    void challengePolicyRefreshTokenExpires_thirdRequest_exchangesAgain(
            Way way, RegistryEmulator emulator, ContainerRegistryClientBuilder builder) {
        emulator.seed().image(Seeds.HELLO, "latest");
        Registry registry = way.registry(builder);
        registry.repository(Seeds.HELLO).properties();
        registry.repository(Seeds.HELLO).properties();

        emulator.clock().advance(Duration.ofHours(4));
        registry.repository(Seeds.HELLO).properties();

        assertTokens(emulator, 2, 2);
    }

    private static void assertTokens(RegistryEmulator emulator, int refreshTokens, int accessTokens) {
        assertThat(emulator.requests().matching(request -> request.path().equals("/oauth2/exchange")))
                .hasSize(refreshTokens);
        assertThat(emulator.requests()
                        .matching(request -> request.path().equals("/oauth2/token") && request.status() == 200))
                .hasSize(accessTokens);
    }

    private static Reply reply(Asked asked) {
        if (asked.target().startsWith("/oauth2/exchange")) {
            return Reply.json(200, "{\"refresh_token\":\"TestAcrRefreshToken\"}");
        }
        if (asked.target().startsWith("/oauth2/token")) {
            return Reply.json(200, "{\"access_token\":\"TestAcrAccessToken\"}");
        }
        if (!asked.header("Authorization").isEmpty()) {
            return Reply.json(200, "{\"imageName\":\"" + Seeds.HELLO + "\",\"changeableAttributes\":{}}");
        }
        String realm = "http://" + asked.header("Host") + "/oauth2/token";
        return Reply.of(401)
                .header(
                        "WWW-Authenticate",
                        "Bearer realm=\"" + realm + "\",service=\"" + asked.header("Host") + "\",scope=\"repository:"
                                + Seeds.HELLO + ":metadata_read\"");
    }
}
