// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.TokenRequestContext;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final String UNAUTHORIZED = "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"authentication"
            + " required, visit https://aka.ms/acr/authorization for more information.\",\"detail\":%s}]}\n";

    private final RegistryEmulator emulator = RegistryEmulator.start(
            EmulatorOptions.defaults().withTls(false).withAnonymousPull(true).withAdmin("admin", "secret"));
    private final Caller caller = new Caller(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void call_withoutToken_isChallengedAsRecorded() {
        HttpResponse<byte[]> answer = caller.send("GET", "/acr/v1/oci-artifact/_tags/v1?api-version=2021-07-01", null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Caller.header(answer, "Content-Length")).isEqualTo("215");
        assertThat(Caller.header(answer, "WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"" + emulator.endpoint() + "/oauth2/token\",service=\""
                        + emulator.loginServer() + "\",scope=\"repository:oci-artifact:metadata_read\"");
        assertThat(Caller.text(answer))
                .isEqualTo(String.format(
                        UNAUTHORIZED,
                        "[{\"Type\":\"repository\",\"Name\":\"oci-artifact\",\"Action\":\"metadata_read\"}]"));
    }

    @Test
    void push_withoutToken_namesPullThenPush() {
        HttpResponse<byte[]> answer = caller.send("POST", "/v2/library%2Fapp/blobs/uploads/", null);

        assertThat(Caller.header(answer, "WWW-Authenticate")).endsWith(",scope=\"repository:library/app:pull,push\"");
        assertThat(Caller.text(answer))
                .contains(
                        "\"Name\":\"library/app\",\"Action\":\"pull\"},{\"Type\":\"repository\",\"Name\":\"library/app\","
                                + "\"Action\":\"push\"}]");
    }

    @Test
    void mount_withoutToken_namesBothRepositories() {
        String target = "/v2/to/blobs/uploads/?from=source&mount=" + Caller.sha256(new byte[0]);

        assertThat(Caller.header(caller.send("POST", target, null), "WWW-Authenticate"))
                .endsWith(",scope=\"repository:to:pull,push repository:source:pull\"");
    }

    @Test
    void mount_fromTheSameRepository_namesItOnce() {
        String target = "/v2/to/blobs/uploads/?from=to&mount=" + Caller.sha256(new byte[0]);

        assertThat(Caller.header(caller.send("POST", target, null), "WWW-Authenticate"))
                .endsWith(",scope=\"repository:to:pull,push\"");
    }

    @Test
    void mount_withATokenForTheTargetAlone_isRefused() {
        byte[] content = Caller.bytes("x");
        emulator.seed().blob("source", content);
        String target = "/v2/to/blobs/uploads/?from=source&mount=" + Caller.sha256(content);

        HttpResponse<byte[]> refused = caller.as(Caller.pushTo("to"), "POST", target, null);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Caller.header(refused, "WWW-Authenticate")).endsWith(",error=\"insufficient_scope\"");
        assertThat(caller.as(Caller.pushTo("to") + " " + Caller.pull("source"), "POST", target, null)
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void tokens_forAnotherRegistry_areRefused() {
        String refresh = token("/oauth2/exchange", "access_token", "access_token", login(), "other.azurecr.io");
        String access = token("/oauth2/token", "refresh_token", "refresh_token", refresh, "other.azurecr.io");
        HttpResponse<byte[]> pull = caller.send("GET", "/v2/", null, "Authorization", "Bearer " + access);

        assertThat(pull.statusCode()).isEqualTo(401);
        assertThat(Caller.header(pull, "WWW-Authenticate")).endsWith(",error=\"invalid_token\"");
        assertThat(caller.form(
                                "/oauth2/token",
                                "grant_type",
                                "refresh_token",
                                "service",
                                emulator.loginServer(),
                                "refresh_token",
                                refresh)
                        .statusCode())
                .isEqualTo(401);
    }

    private String login() {
        return new EmulatorCredential(emulator)
                .getTokenSync(new TokenRequestContext())
                .getToken();
    }

    private String token(String target, String grant, String member, String token, String service) {
        return Caller.token(caller.form(
                target, "grant_type", grant, "service", service, member, token, "scope", "repository:app:pull"));
    }

    @Test
    void base_withoutToken_hasNoScopeAndNullDetail() {
        HttpResponse<byte[]> answer = caller.send("GET", "/v2/", null);

        assertThat(Caller.header(answer, "WWW-Authenticate")).doesNotContain("scope=");
        assertThat(Caller.text(answer)).isEqualTo(String.format(UNAUTHORIZED, "null"));
    }

    @Test
    void head_withoutToken_hasTheLengthOfTheBodyItLacks() {
        HttpResponse<byte[]> answer = caller.send("HEAD", "/v2/oci-artifact/manifests/v1", null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Caller.header(answer, "Content-Length")).isEqualTo("206");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void tokenFor_oneScope_isRefusedForAnother() {
        HttpResponse<byte[]> answer = caller.as(Caller.pull("app"), "DELETE", "/acr/v1/app", null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Caller.header(answer, "WWW-Authenticate"))
                .endsWith(",scope=\"repository:app:delete\",error=\"insufficient_scope\"");
    }

    @Test
    void tokens_haveTheRecordedClaimsAndLifetimes() {
        String refresh = caller.refreshToken();
        JsonObject refreshClaims = claims(refresh);
        JsonObject accessClaims = claims(caller.accessToken("repository:app:pull,push"));
        JsonObject anonymousClaims = claims(caller.anonymousToken("repository:app:delete"));

        assertThat(lifetime(refreshClaims)).isEqualTo(11_700);
        assertThat(lifetime(accessClaims)).isEqualTo(4_500);
        assertThat(lifetime(anonymousClaims)).isEqualTo(1_200);
        assertThat(refreshClaims.get("iss").getAsString()).isEqualTo("Azure Container Registry");
        assertThat(refreshClaims.get("aud").getAsString()).isEqualTo(emulator.loginServer());
        assertThat(accessClaims.get("access"))
                .hasToString("[{\"Type\":\"repository\",\"Name\":\"app\",\"Actions\":[\"pull\",\"push\"]}]");
        assertThat(anonymousClaims.get("sub").getAsString()).isEqualTo("acr_anon_pull");
        assertThat(anonymousClaims.get("access"))
                .hasToString("[{\"Type\":\"repository\",\"Name\":\"*\",\"Actions\":[\"pull\"]}]");
    }

    @Test
    void tokenAnswer_isChunkedWithoutLineFeedAndTellsWhatIsLeft() {
        HttpResponse<byte[]> first =
                caller.form("/oauth2/token", "grant_type", "password", "service", "s", "scope", "registry:catalog:*");

        assertThat(Caller.header(first, "Transfer-Encoding")).isEqualTo("chunked");
        assertThat(Caller.header(first, "x-ms-ratelimit-remaining-calls-per-second"))
                .isEqualTo("166.65");
        assertThat(Caller.text(first)).endsWith("\"}");
    }

    @Test
    void accessToken_expired_isChallengedAsInvalid() {
        String token = caller.accessToken(Caller.pull("app"));
        emulator.clock().advance(Duration.ofMinutes(75));

        HttpResponse<byte[]> answer =
                caller.send("GET", "/v2/app/manifests/v1", null, "Authorization", "Bearer " + token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Caller.header(answer, "WWW-Authenticate")).endsWith(",error=\"invalid_token\"");
    }

    @Test
    void refreshToken_expired_isRefusedWithoutBody() {
        String refresh = caller.refreshToken();
        emulator.clock().advance(Duration.ofMinutes(195));

        HttpResponse<byte[]> answer = caller.form(
                "/oauth2/token",
                "grant_type",
                "refresh_token",
                "service",
                "s",
                "scope",
                "a:b:c",
                "refresh_token",
                refresh);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void exchange_ofAForeignToken_isRefusedWithoutBody() {
        HttpResponse<byte[]> answer =
                caller.form("/oauth2/exchange", "grant_type", "access_token", "service", "s", "access_token", "a.b.c");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void exchange_ofARefreshTokenAsLogin_isRefused() {
        HttpResponse<byte[]> answer = caller.form(
                "/oauth2/exchange",
                "grant_type",
                "access_token",
                "service",
                "s",
                "access_token",
                caller.refreshToken());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void exchange_byGet_isNotFound() {
        assertThat(caller.send("GET", "/oauth2/exchange", null).statusCode()).isEqualTo(404);
    }

    @Test
    void form_ofAnotherContentType_isMalformed() {
        HttpResponse<byte[]> answer =
                caller.send("POST", "/oauth2/token", Caller.bytes("{}"), "Content-Type", "application/json");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void form_withARepeatedField_isMalformed() {
        HttpResponse<byte[]> answer =
                caller.form("/oauth2/token", "grant_type", "password", "grant_type", "password", "service", "s");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void permissions_ofTheLogin_limitWhatIsGranted() {
        String token = caller.accessToken("repository:app:pull,push,delete", EmulatorPermission.READ);

        assertThat(claims(token).get("access"))
                .hasToString("[{\"Type\":\"repository\",\"Name\":\"app\",\"Actions\":[\"pull\"]}]");
    }

    @Test
    void scopes_repeatedOrSpaceSeparated_areAllGranted() {
        String token = Caller.token(caller.form(
                "/oauth2/token",
                "grant_type",
                "refresh_token",
                "service",
                emulator.loginServer(),
                "scope",
                "repository:a:pull repository:b:pull",
                "scope",
                "registry:catalog:*",
                "refresh_token",
                caller.refreshToken()));

        assertThat(claims(token).getAsJsonArray("access")).hasSize(3);
    }

    @Test
    void anonymousToken_readsButDoesNotDelete() {
        emulator.seed().image("app", "v1");
        String bearer = "Bearer " + caller.anonymousToken("repository:app:delete");

        assertThat(caller.send("GET", "/acr/v1/_catalog", null, "Authorization", bearer)
                        .statusCode())
                .isEqualTo(200);
        assertThat(caller.send("GET", "/acr/v1/app/_tags", null, "Authorization", bearer)
                        .statusCode())
                .isEqualTo(200);
        assertThat(caller.send("GET", "/v2/app/manifests/v1", null, "Authorization", bearer)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> refused = caller.send("DELETE", "/acr/v1/app", null, "Authorization", bearer);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Caller.header(refused, "WWW-Authenticate")).endsWith("error=\"insufficient_scope\"");
    }

    @Test
    void admin_byBasic_mayDoEverything() {
        emulator.seed().image("app", "v1");

        assertThat(basic("admin", "secret", "GET", "/v2/app/manifests/v1").statusCode())
                .isEqualTo(200);
        assertThat(basic("admin", "secret", "DELETE", "/acr/v1/app").statusCode())
                .isEqualTo(202);
    }

    @Test
    void basic_withAWrongPassword_isChallengedForBasic() {
        HttpResponse<byte[]> answer = basic("admin", "wrong", "GET", "/v2/base/manifests/v1");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Caller.header(answer, "Content-Length")).isEqualTo("198");
        assertThat(Caller.header(answer, "WWW-Authenticate")).isEqualTo("Basic realm=\"Azure Container Registry\"");
    }

    @Test
    void refreshToken_asPasswordOfNobody_isAccepted() {
        String nobody = "00000000-0000-0000-0000-000000000000";

        assertThat(basic(nobody, caller.refreshToken(), "GET", "/v2/").statusCode())
                .isEqualTo(200);
    }

    @Test
    void token_forAdminByGet_isHandedOut() {
        HttpResponse<byte[]> answer =
                basic("admin", "secret", "GET", "/oauth2/token?service=s&scope=repository:app:pull");

        assertThat(claims(Caller.token(answer)).getAsJsonArray("access")).hasSize(1);
    }

    @Test
    void token_forAdminByPassword_isHandedOut() {
        String token = Caller.token(caller.form(
                "/oauth2/token",
                "grant_type",
                "password",
                "service",
                "s",
                "scope",
                "repository:app:delete",
                "username",
                "admin",
                "password",
                "secret"));

        assertThat(claims(token).getAsJsonArray("access")).hasSize(1);
    }

    @Test
    void anonymousToken_whereAnonymousPullIsOff_isRefused() {
        try (RegistryEmulator closed =
                RegistryEmulator.start(EmulatorOptions.defaults().withTls(false))) {
            HttpResponse<byte[]> answer = new Caller(closed)
                    .form("/oauth2/token", "grant_type", "password", "service", "s", "scope", "registry:catalog:*");

            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void credential_expiresByTheSystemsTimeAndNeverBlocks() {
        EmulatorCredential credential = new EmulatorCredential(emulator);
        emulator.clock().advance(Duration.ofDays(-1000));

        assertThat(credential.getTokenSync(new TokenRequestContext()).isExpired())
                .isFalse();
        assertThat(credential.getToken(new TokenRequestContext()).toFuture()).isDone();
    }

    private HttpResponse<byte[]> basic(String user, String password, String method, String target) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return caller.send(method, target, null, "Authorization", "Basic " + credentials);
    }

    private static JsonObject claims(String token) {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JsonParser.parseString(new String(payload, StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    private static long lifetime(JsonObject claims) {
        return claims.get("exp").getAsLong() - claims.get("nbf").getAsLong();
    }
}
