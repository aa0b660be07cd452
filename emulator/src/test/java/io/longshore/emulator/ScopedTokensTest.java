// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static io.longshore.emulator.EmulatorPermission.DELETE;
import static io.longshore.emulator.EmulatorPermission.METADATA_READ;
import static io.longshore.emulator.EmulatorPermission.METADATA_WRITE;
import static io.longshore.emulator.EmulatorPermission.READ;
import static io.longshore.emulator.EmulatorPermission.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins by name and password that may do some things in some repositories. */
class ScopedTokensTest {
    private static final String CHANGE = "{\"readEnabled\":true}";

    private final RegistryEmulator emulator = RegistryEmulator.start(EmulatorOptions.defaults()
            .withTls(false)
            .withAdmin("admin", "secret")
            .withToken(EmulatorToken.of("reader", "r").allow("team/*", READ))
            .withToken(EmulatorToken.of("writer", "w").allow("team/app", READ, WRITE))
            .withToken(EmulatorToken.of("cleaner", "c").allow("team/app", DELETE))
            .withToken(EmulatorToken.of("lister", "l").allow("team/app", METADATA_READ))
            .withToken(EmulatorToken.of("locker", "k").allow("team/app", METADATA_WRITE))
            .withToken(EmulatorToken.of("owner", "o").allow("*", EmulatorPermission.values()))
            .withToken(EmulatorToken.of("adder", "a").allow("team/*", READ).allow("team/app", WRITE, METADATA_READ)));
    private final Caller caller = new Caller(emulator);
    private String digest;

    @BeforeEach
    void seed() {
        digest = emulator.seed().image("team/app", "v1");
        emulator.seed().image("other", "v1");
    }

    @AfterEach
    void stop() {
        emulator.close();
    }

    /** Pull, push, list, change, delete. */
    @ParameterizedTest
    @CsvSource({
        "reader, r, 200 401 401 401 401",
        "writer, w, 200 201 401 401 401",
        "lister, l, 401 401 200 401 401",
        "locker, k, 401 401 401 200 401",
        "cleaner, c, 401 401 401 401 202",
        "adder, a, 200 201 200 401 401",
        "owner, o, 200 201 200 200 202"
    })
    void token_byBasic_mayDoWhatItsActionsSay(String name, String password, String expected) {
        String login = basic(name, password);
        byte[] manifest =
                as(basic("admin", "secret"), "GET", "/v2/team/app/manifests/v1").body();

        String statuses = Stream.of(
                        as(login, "GET", "/v2/team/app/manifests/v1"),
                        push(login, manifest),
                        as(login, "GET", "/acr/v1/team/app/_tags"),
                        change(login),
                        as(login, "DELETE", "/v2/team/app/manifests/" + digest))
                .map(answer -> Integer.toString(answer.statusCode()))
                .collect(Collectors.joining(" "));

        assertThat(statuses).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "team/*, team/app, 200",
        "team/*, team/app/deep, 200",
        "team/*, team, 401",
        "team/*, teams/app, 401",
        "team*, teams/app, 200",
        "team.*, team.app, 200",
        "team/a--*, team/a--b, 200",
        "team_*, team__app, 200",
        "*, team, 200",
        "team/app, team/app, 200",
        "team/app, team/app/deep, 401",
        "team/app, team, 401"
    })
    void pattern_meansWhatBeginsLikeIt(String pattern, String repository, int status) {
        try (RegistryEmulator one = RegistryEmulator.start(EmulatorOptions.defaults()
                .withTls(false)
                .withToken(EmulatorToken.of("t", "p").allow(pattern, READ)))) {
            one.seed().image(repository, "v1");

            assertThat(new Caller(one)
                            .send("GET", "/v2/" + repository + "/manifests/v1", null, "Authorization", basic("t", "p"))
                            .statusCode())
                    .isEqualTo(status);
        }
    }

    @Test
    void token_byGet_getsWhatItMayOfWhatItAsksFor() {
        String token = Caller.token(as(
                basic("reader", "r"),
                "GET",
                "/oauth2/token?service=" + emulator.loginServer() + "&scope=repository:team/app:pull,push"));

        assertThat(payload(token))
                .contains("\"access\":[{\"Type\":\"repository\",\"Name\":\"team/app\",\"Actions\":[\"pull\"]}]");
        assertThat(as("Bearer " + token, "GET", "/v2/team/app/manifests/v1").statusCode())
                .isEqualTo(200);
    }

    @Test
    void token_byPasswordGrant_getsWhatItMayOfWhatItAsksFor() {
        String token = Caller.token(password("writer", "w", "repository:team/app:pull,push repository:other:pull"));

        assertThat(payload(token))
                .contains(
                        "\"access\":[{\"Type\":\"repository\",\"Name\":\"team/app\",\"Actions\":[\"pull\",\"push\"]}]");
        HttpResponse<byte[]> refused = as("Bearer " + token, "GET", "/v2/other/manifests/v1");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Caller.header(refused, "WWW-Authenticate")).endsWith(",error=\"insufficient_scope\"");
    }

    @Test
    void token_thatMayDoAll_getsAScopeOfAllActions() {
        assertThat(payload(Caller.token(password("owner", "o", "repository:team/app:*"))))
                .contains("\"Actions\":[\"*\"]");
        assertThat(payload(Caller.token(password("adder", "a", "repository:team/app:*"))))
                .contains("\"access\":[]");
    }

    @Test
    void password_thatIsWrong_isRefusedByTheTokenEndpointWithoutBody() {
        HttpResponse<byte[]> byGet = as(basic("reader", "w"), "GET", "/oauth2/token?service=s&scope=a:b:c");
        HttpResponse<byte[]> byForm = password("reader", "w", "a:b:c");

        assertThat(byGet.statusCode()).isEqualTo(401);
        assertThat(byGet.body()).isEmpty();
        assertThat(byForm.statusCode()).isEqualTo(401);
        assertThat(byForm.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"reader, w", "nobody, r", "reader, ''", "admin, r"})
    void password_thatIsWrong_isChallengedForBasic(String name, String password) {
        HttpResponse<byte[]> answer = as(basic(name, password), "GET", "/v2/team/app/manifests/v1");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Caller.header(answer, "WWW-Authenticate")).isEqualTo("Basic realm=\"Azure Container Registry\"");
    }

    @Test
    void base_isOpenToEveryToken() {
        assertThat(as(basic("cleaner", "c"), "GET", "/v2/").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/_catalog", "/acr/v1/_catalog"})
    void catalog_isClosedToTokensEvenToThoseForAllRepositories(String target) {
        String token = Caller.token(password("owner", "o", "registry:catalog:*"));

        assertThat(as(basic("owner", "o"), "GET", target).statusCode()).isEqualTo(401);
        HttpResponse<byte[]> refused = as("Bearer " + token, "GET", target);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(Caller.header(refused, "WWW-Authenticate"))
                .endsWith(",scope=\"registry:catalog:*\",error=\"insufficient_scope\"");
        assertThat(as(basic("admin", "secret"), "GET", target).statusCode()).isEqualTo(200);
    }

    @Test
    void mount_needsTheRightToPullFromTheSource() {
        String blob = emulator.seed().blob("other", Caller.bytes("x"));
        String near = emulator.seed().blob("team/lib", Caller.bytes("x"));
        String target = "/v2/team/app/blobs/uploads/?mount=";

        assertThat(as(basic("adder", "a"), "POST", target + near + "&from=team/lib")
                        .statusCode())
                .isEqualTo(201);
        assertThat(as(basic("adder", "a"), "POST", target + blob + "&from=other")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void token_ofANameThatIsTaken_isRefused() {
        EmulatorOptions options = EmulatorOptions.defaults().withToken(EmulatorToken.of("ci", "x"));

        assertThatThrownBy(() -> options.withToken(EmulatorToken.of("ci", "y")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ci");
        assertThatThrownBy(() -> options.withAdmin("ci", "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ci");
        assertThatThrownBy(() -> EmulatorOptions.defaults().withAdmin("ci", "y").withToken(EmulatorToken.of("ci", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ci");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a:b", "00000000-0000-0000-0000-000000000000"})
    void token_ofANameThatCannotLogIn_isRefused(String name) {
        assertThatThrownBy(() -> EmulatorToken.of(name, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Team",
                "a*b",
                "**",
                "team/*/app",
                "team/",
                "a b*",
                "/*",
                "..*",
                "a..*",
                "-*",
                "a/_*",
                "a//*",
                "a-./*",
                "a___*"
            })
    void token_forWhatNoRepositoryIsCalled_isRefused(String pattern) {
        EmulatorToken token = EmulatorToken.of("ci", "x");

        assertThatThrownBy(() -> token.allow(pattern, READ)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void token_forABeginningLongerThanAnyName_isRefused() {
        EmulatorToken token = EmulatorToken.of("ci", "x").allow("a".repeat(255) + "*", READ);

        assertThatThrownBy(() -> token.allow("a".repeat(256) + "*", READ)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> token.allow("a".repeat(254) + "/*", READ))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void token_asText_keepsThePasswordToItself() {
        EmulatorToken token = EmulatorToken.of("ci", "hunter2").allow("team/*", READ, WRITE);

        assertThat(token).hasToString("ci: team/* [READ, WRITE]");
        assertThat(token.name()).isEqualTo("ci");
    }

    private HttpResponse<byte[]> push(String login, byte[] manifest) {
        return caller.send(
                "PUT",
                "/v2/team/app/manifests/v2",
                manifest,
                "Authorization",
                login,
                "Content-Type",
                Caller.OCI_MANIFEST);
    }

    private HttpResponse<byte[]> change(String login) {
        return caller.send("PATCH", "/acr/v1/team/app/_tags/v1", Caller.bytes(CHANGE), "Authorization", login);
    }

    private HttpResponse<byte[]> password(String name, String password, String scope) {
        return caller.form(
                "/oauth2/token",
                "grant_type",
                "password",
                "service",
                emulator.loginServer(),
                "scope",
                scope,
                "username",
                name,
                "password",
                password);
    }

    private HttpResponse<byte[]> as(String authorization, String method, String target) {
        return caller.send(method, target, null, "Authorization", authorization);
    }

    private static String basic(String name, String password) {
        byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static String payload(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }
}
