// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ResourceExistsException;
import com.azure.core.exception.ResourceModifiedException;
import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.models.ResponseError;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Way;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryFailureTest {
    private static final String URL = "https://reg.example/v2/a?_state=STATE&sig=SIGNATURE";

    @Test
    void of_registryError_saysOperationStatusErrorsAndUrl() {
        Reply reply = Reply.of(404)
                .body(
                        "{\"errors\":[{\"code\":\"NAME_UNKNOWN\",\"message\":\"no such name\",\"detail\":{\"name\":\"x\"}},"
                                + "{\"code\":\"OTHER\",\"message\":\"too\"}]}");

        assertThat(failure(Way.SYNC, reply))
                .isExactlyInstanceOf(ResourceNotFoundException.class)
                .hasMessage("do it failed: 404 NAME_UNKNOWN no such name ({name=x}); OTHER too"
                        + " (GET https://reg.example/v2/a)");
    }

    @ParameterizedTest
    @EnumSource
    void unreadable_headerThatUpsetsATerminalOrFillsIt_isShownWithoutThat(Way way) {
        Call<Integer> picky = Call.plain("do it", "", () -> new HttpRequest(HttpMethod.GET, URL), answer -> {
            throw answer.unreadable(
                    "it says " + answer.header(HttpHeaderName.RANGE).orElseThrow(), null);
        });
        Reply reply = Reply.of(200).header("Range", "\u001b[31m\u009b" + "x".repeat(100_000));

        assertThatThrownBy(() -> way.call(FakeHttp.replying(reply).pipeline(), picky))
                .hasMessageStartingWith("do it failed: it says  [31m xxx")
                .hasMessageContaining("xxx... (GET https://reg.example/v2/a)")
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(1_500));
    }

    @Test
    void of_registryError_carriesCodeAndMessage() {
        Reply reply = Reply.of(400).body("{\"errors\":[{\"code\":\"DIGEST_INVALID\",\"message\":\"no match\"}]}");

        assertThat(failure(Way.SYNC, reply).getValue())
                .isInstanceOfSatisfying(
                        ResponseError.class,
                        error ->
                                assertThat(error.getCode() + error.getMessage()).isEqualTo("DIGEST_INVALIDno match"));
    }

    @Test
    void of_status_choosesTheType() {
        Map<Integer, Class<?>> types = Map.of(
                401, ClientAuthenticationException.class,
                404, ResourceNotFoundException.class,
                409, ResourceExistsException.class,
                412, ResourceModifiedException.class,
                400, HttpResponseException.class,
                403, HttpResponseException.class,
                500, HttpResponseException.class);

        types.forEach((status, type) ->
                assertThat(failure(Way.SYNC, Reply.of(status))).isExactlyInstanceOf(type));
    }

    @ParameterizedTest
    @CsvSource({
        "401, , does not accept this login",
        "403, , check its firewall rules",
        "404, BLOB_UPLOAD_INVALID, start the upload again",
        "404, BLOB_UPLOAD_UNKNOWN, start the upload again",
        "404, , the path did not reach a resource",
        "405, REGISTRY_DISALLOWED_OPERATION, it is locked",
        "405, UNSUPPORTED, does not offer this operation",
        "429, TOOMANYREQUESTS, (Retry-After: 7)",
        "503, , try again later",
    })
    void of_status_advises(int status, String code, String advice) {
        Reply reply = Reply.of(status)
                .header("Retry-After", "7")
                .body(code == null ? "" : "{\"errors\":[{\"code\":\"" + code + "\"}]}");

        assertThat(failure(Way.SYNC, reply)).hasMessageContaining(advice);
    }

    @Test
    void of_challenge_saysWhatTheRegistryWants() {
        assertThat(failure(Way.SYNC, Reply.challenge("Bearer realm=\"r\"")))
                .hasMessageContaining("the registry wants a login");
        assertThat(failure(Way.SYNC, Reply.challenge("Bearer realm=\"r\",error=\"insufficient_scope\"")))
                .hasMessageContaining("lacks the right");
    }

    @Test
    void of_tokenThatIsNotAccepted_saysSo() {
        Call<Integer> withToken = Call.json(
                "do it",
                "",
                () -> new HttpRequest(HttpMethod.GET, URL).setHeader(HttpHeaderName.AUTHORIZATION, "Bearer t"),
                answer -> answer.expect(200).status());

        assertThatThrownBy(() -> Way.SYNC.call(
                        FakeHttp.replying(Reply.challenge("Bearer realm=\"r\",error=\"invalid_token\""))
                                .pipeline(),
                        withToken))
                .hasMessageContaining("the registry rejected the token");
    }

    @Test
    void of_plainTextBody_isShown() {
        assertThat(failure(Way.SYNC, Reply.of(404).body("404 page not found\n")))
                .hasMessageContaining("404 Content: 404 page not found (GET");
    }

    @ParameterizedTest
    @EnumSource
    void of_hugeBody_isNeitherReadNorShownWhole(Way way) {
        FakeHttp http = FakeHttp.replying(Reply.of(500).body(new byte[10 * 1024 * 1024]));

        HttpResponseException failure = failure(way, http);

        assertThat(failure.getMessage().length()).isLessThan(2_000);
        assertThat(http.responses().get(0).bytesRead()).isLessThan(128 * 1024);
        assertThat(failure.getResponse().getBodyAsBinaryData().getLength()).isEqualTo(64 * 1024);
    }

    @ParameterizedTest
    @EnumSource
    void of_anyAnswer_closesIt(Way way) {
        FakeHttp http = FakeHttp.replying(Reply.of(500).body("x"));

        failure(way, http);

        assertThat(http.responses()).allMatch(response -> response.isClosed());
    }

    @Test
    void of_bodyWithSignedUrls_hidesTheirQueries() {
        Reply redirect = Reply.of(307)
                .body(
                        "<a href=\"https://store.example/data?se=2024&amp;sig=SIGNATURE&amp;sp=r\">Temporary Redirect</a>.");
        Reply error = Reply.of(404)
                .body(
                        "{\"errors\":[{\"code\":\"X\",\"message\":\"bad /v2/a?_state=STATE\",\"detail\":{\"u\":\"/x?sig=SIGNATURE\"}}]}");

        assertThat(failure(Way.SYNC, redirect))
                .hasMessageContaining("store.example/data")
                .satisfies(this::tellsNothing);
        assertThat(failure(Way.SYNC, error)).hasMessageContaining("bad /v2/a").satisfies(this::tellsNothing);
    }

    @ParameterizedTest
    @EnumSource
    void fault_unknownHost_saysWhatToCheck(Way way) {
        assertThat(fault(way, new UnknownHostException("reg.example")))
                .hasMessageContaining("do it failed: ")
                .hasMessageContaining("the host name reg.example is not known: check the endpoint's spelling");
    }

    @Test
    void fault_ofEachKind_advises() {
        assertThat(fault(Way.SYNC, new ConnectException("refused")))
                .hasMessageContaining("nothing answers at reg.example");
        assertThat(fault(Way.SYNC, new SSLHandshakeException("no path"))).hasMessageContaining("trustCertificates");
        assertThat(fault(Way.SYNC, new SocketTimeoutException("timeout"))).hasMessageContaining("raise the timeouts");
        assertThat(fault(Way.SYNC, new IOException("reset"))).hasMessageContaining("broke: try again");
    }

    @ParameterizedTest
    @EnumSource
    void fault_anyUrl_isShownWithoutItsQuery(Way way) {
        assertThat(fault(way, new IOException("reset")))
                .hasMessageContaining("https://reg.example/v2/a")
                .satisfies(this::tellsNothing);
    }

    @ParameterizedTest
    @EnumSource
    void fault_bodyThatBreaksOff_isAnIoFailureOfTheCall(Way way) {
        FakeHttp http = FakeHttp.replying(Reply.of(200).body("{").breakingWith(new IOException("unexpected end")));

        assertThatThrownBy(() -> way.call(http.pipeline(), call()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("do it failed: unexpected end (https://reg.example/v2/a)");
        assertThat(http.responses().get(0).isClosed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?=", "?a", "?a ", "\u0000?"})
    @Timeout(5)
    void of_bodyOfQueriesWithoutEnd_isShownQuicklyAndCut(String part) {
        String endless = part.repeat(65_000 / part.length());
        String error = "{\"errors\":[{\"message\":\"" + endless.replace("\u0000", "x") + "\"}]}";

        assertThat(failure(Way.SYNC, Reply.of(400).body(endless)).getMessage().length())
                .isLessThan(2_000);
        assertThat(failure(Way.SYNC, Reply.of(400).body(error)).getMessage().length())
                .isLessThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\r\nHTTP/1.1 200 OK", "\u0007", "\u007f", "\u009b2J"})
    void of_bodyThatUpsetsATerminal_isShownWithoutThat(String control) {
        String escaped = control.chars()
                .mapToObj(c -> String.format("\\u%04x", c))
                .collect(java.util.stream.Collectors.joining());

        assertThat(failure(Way.SYNC, Reply.of(400).body("a" + control + "b")))
                .satisfies(RegistryFailureTest::hasNoControlCharacter);
        assertThat(failure(Way.SYNC, Reply.of(400).body("{\"errors\":[{\"code\":\"A" + escaped + "\"}]}")))
                .satisfies(RegistryFailureTest::hasNoControlCharacter);
    }

    private static void hasNoControlCharacter(Throwable failure) {
        assertThat(failure.getMessage().chars()).noneMatch(Character::isISOControl);
    }

    private void tellsNothing(Throwable failure) {
        assertThat(failure.getMessage()).doesNotContain("STATE", "SIGNATURE");
    }

    private static HttpResponseException failure(Way way, Reply reply) {
        return failure(way, FakeHttp.replying(reply));
    }

    private static HttpResponseException failure(Way way, FakeHttp http) {
        return catchThrowableOfType(HttpResponseException.class, () -> way.call(http.pipeline(), call()));
    }

    private static UncheckedIOException fault(Way way, IOException fault) {
        return catchThrowableOfType(
                UncheckedIOException.class,
                () -> way.call(FakeHttp.replying(Reply.fault(fault)).pipeline(), call()));
    }

    private static Call<Integer> call() {
        return Call.json(
                "do it",
                "",
                () -> new HttpRequest(HttpMethod.GET, URL),
                answer -> answer.expect(200).status());
    }
}
