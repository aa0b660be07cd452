// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.ClientOptions;
import com.azure.core.util.Context;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RecordedRequest;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryClientBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The registry's own tokens, handed out by the clients and used by others, over https. */
class HandedOutTokensTest {
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
    private static final String PULL = "repository:samples/app:pull";
    private static final String MANIFEST = "/v2/samples/app/manifests/v1";

    private final RegistryEmulator registry = RegistryEmulator.start();
    private final Clients clients = Clients.of(registry);
    private final ContainerRegistryClient client = clients.builder().buildClient();

    @BeforeEach
    void fill() {
        Seeds.fill(registry);
        registry.requests().clear();
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void refreshToken_asThePasswordOfNobody_opensTheRegistry() {
        String token = client.exchangeForRefreshToken().getToken();

        assertThat(status("/v2/", basic(token))).isEqualTo(200);
        assertThat(status(MANIFEST, basic(token))).isEqualTo(200);
    }

    @Test
    void refreshToken_asThePasswordOfNobody_fetchesAccessTokens() {
        String token = client.exchangeForRefreshToken().getToken();
        String query = "?service=" + registry.loginServer() + "&scope=" + PULL;

        try (HttpResponse response = get("/oauth2/token" + query, basic(token))) {
            assertThat(response.getStatusCode()).isEqualTo(200);
            assertThat(response.getBodyAsBinaryData().toString()).contains("access_token");
        }
    }

    @Test
    void accessToken_asBearer_opensWhatItIsForAndNothingElse() {
        String token = client.exchangeForAccessToken(PULL).getToken();

        assertThat(status(MANIFEST, "Bearer " + token)).isEqualTo(200);
        assertThat(status("/acr/v1/samples/app", "Bearer " + token)).isEqualTo(401);
    }

    @Test
    void accessToken_severalScopes_opensEach() {
        String token = client.exchangeForAccessToken(PULL, "registry:catalog:*", "repository:other:metadata_read")
                .getToken();

        assertThat(status(MANIFEST, "Bearer " + token)).isEqualTo(200);
        assertThat(status("/acr/v1/_catalog", "Bearer " + token)).isEqualTo(200);
        assertThat(status("/acr/v1/other", "Bearer " + token)).isEqualTo(200);
    }

    @Test
    void tokens_lifetimes_areTheRecordedOnes() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);

        assertThat(Duration.between(now, client.exchangeForRefreshToken().getExpiresAt()))
                .isBetween(Duration.ofMinutes(195), Duration.ofMinutes(196));
        assertThat(Duration.between(now, client.exchangeForAccessToken(PULL).getExpiresAt()))
                .isBetween(Duration.ofMinutes(75), Duration.ofMinutes(76));
    }

    @Test
    void bothKinds_ofBothApis_costOneExchange() {
        ContainerRegistryClientBuilder builder = clients.builder();
        ContainerRegistryAsyncClient async = builder.buildAsyncClient();
        ContainerRegistryClient sync = builder.buildClient();

        String refresh = value(async.exchangeForRefreshToken());
        String access = value(async.exchangeForAccessToken(PULL));

        assertThat(sync.exchangeForRefreshToken().getToken()).isEqualTo(refresh);
        assertThat(sync.exchangeForAccessToken(PULL).getToken()).isEqualTo(access);
        assertThat(registry.requests().all())
                .extracting(request -> request.path() + " " + request.status())
                .containsExactly("/v2/ 401", "/oauth2/exchange 200", "/oauth2/token 200");
    }

    @Test
    void accessToken_thatAListingHasFetched_costsNothing() {
        client.listRepositoryNames().forEach(name -> {});
        registry.requests().clear();

        assertThat(client.exchangeForAccessToken("registry:catalog:*").getToken())
                .isNotEmpty();
        assertThat(registry.requests().all()).isEmpty();
    }

    @Test
    void anonymous_accessTokenWorks_refreshTokenSaysWhatToDo() {
        try (RegistryEmulator open =
                RegistryEmulator.start(EmulatorOptions.defaults().withAnonymousPull(true))) {
            ContainerRegistryClient anonymous =
                    Clients.of(open).anonymous().builder().buildClient();

            assertThat(anonymous.exchangeForAccessToken(PULL).getToken()).isNotEmpty();
            assertThatThrownBy(anonymous::exchangeForRefreshToken)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("give the builder a credential(...)");
            assertThat(open.requests().matching("POST", ".*"))
                    .extracting(RecordedRequest::path)
                    .containsExactly("/oauth2/token");
        }
    }

    @Test
    void pipelineOfTheCallers_isUnsupported() {
        ContainerRegistryClientBuilder builder = clients.builder()
                .pipeline(new HttpPipelineBuilder().httpClient(clients.http()).build());

        assertThatThrownBy(builder.buildClient()::exchangeForRefreshToken)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("credential(...)");
        assertThatThrownBy(() -> value(builder.buildAsyncClient().exchangeForAccessToken(PULL)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(registry.requests().all()).isEmpty();
    }

    @Test
    void credentialOfAnotherRegistry_isRefusedWithoutQuotingIt() {
        TokenCredential wrong = request -> Mono.just(new AccessToken("very.secret.text", OffsetDateTime.MAX));

        assertThatThrownBy(clients.with(wrong).builder().buildClient()::exchangeForRefreshToken)
                .isInstanceOf(ClientAuthenticationException.class)
                .hasMessageContaining("exchange the Entra token")
                .hasMessageContaining("check the credential")
                .hasMessageNotContaining("very.secret.text");
    }

    @Test
    void exchange_oneSpan_aroundTheRequests() {
        RecordingTracers.Recording recording = new RecordingTracers.Recording();
        ContainerRegistryClientBuilder builder =
                clients.builder().clientOptions(new ClientOptions().setTracingOptions(recording));

        builder.buildClient().exchangeForRefreshToken();
        value(builder.buildAsyncClient().exchangeForAccessToken(PULL));

        assertThat(recording.events)
                .filteredOn(event -> event.contains("exchangeFor") && !event.contains(" in "))
                .containsExactly(
                        "start ContainerRegistryClient.exchangeForRefreshToken",
                        "end ContainerRegistryClient.exchangeForRefreshToken",
                        "start ContainerRegistryAsyncClient.exchangeForAccessToken",
                        "end ContainerRegistryAsyncClient.exchangeForAccessToken");
        assertThat(recording.events)
                .filteredOn(event -> event.startsWith("start") && event.contains(" in ContainerRegistryClient."))
                .hasSize(2);
    }

    private int status(String path, String authorization) {
        try (HttpResponse response = get(path, authorization)) {
            return response.getStatusCode();
        }
    }

    /** Past the library's pipeline: the transport alone. */
    private HttpResponse get(String path, String authorization) {
        HttpRequest request = new HttpRequest(HttpMethod.GET, registry.endpoint() + path)
                .setHeader(HttpHeaderName.AUTHORIZATION, authorization);
        return clients.http().sendSync(request, Context.NONE);
    }

    private static String basic(String password) {
        byte[] login = (NOBODY + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(login);
    }

    private static String value(Mono<AccessToken> token) {
        return token.blockOptional(Duration.ofSeconds(30)).orElseThrow().getToken();
    }
}
