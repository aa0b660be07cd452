// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.FakeResponse;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Way;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlobDownloadTest {
    private static final Repository REPOSITORY = Repository.of(new Endpoint("https://reg.example", "1"), "library/app");
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.UTF_8);
    private static final String DIGEST = Digest.of(ABC).toString();
    private static final String STORE = "https://store.example//data?se=2024-04-11T21%3A08%3A33Z&sig=SECRET&sp=r";

    private FakeHttp http;

    @AfterEach
    void everyAnswerIsClosed() {
        assertThat(http.responses()).allMatch(FakeResponse::isClosed);
    }

    @ParameterizedTest
    @EnumSource
    void open_contentAtOnce_isRead(Way way) {
        assertThat(download(way, DIGEST, Reply.of(200).body(ABC))).isEqualTo(ABC);
        assertThat(http.lines()).containsExactly("GET https://reg.example/v2/library/app/blobs/" + DIGEST);
    }

    @ParameterizedTest
    @EnumSource
    void open_redirects_areFollowedToTheLetter(Way way) {
        assertThat(download(
                        way,
                        DIGEST,
                        redirect("/v2/elsewhere?a=%3D"),
                        redirect(STORE),
                        Reply.of(200).body(ABC)))
                .isEqualTo(ABC);
        assertThat(http.lines())
                .containsExactly(
                        "GET https://reg.example/v2/library/app/blobs/" + DIGEST,
                        "GET https://reg.example/v2/elsewhere?a=%3D",
                        "GET " + STORE);
        assertThat(http.sent())
                .allSatisfy(sent -> assertThat(sent.header("Accept-Encoding")).isEqualTo("identity"));
    }

    @ParameterizedTest
    @EnumSource
    void open_redirectsWithoutEnd_areGivenUp(Way way) {
        assertThatThrownBy(() -> download(
                        way,
                        DIGEST,
                        redirect("/1"),
                        redirect("/2"),
                        redirect("/3"),
                        redirect("/4"),
                        redirect("/5"),
                        redirect("/6")))
                .hasMessageContaining("redirected more than 5 times");
    }

    @ParameterizedTest
    @EnumSource
    void open_redirectToPlainHttp_isNotFollowed(Way way) {
        assertThatThrownBy(() -> download(way, DIGEST, redirect("http://store.example/data?sig=SECRET")))
                .hasMessageContaining("the redirect is not followed: \"http://store.example/data\" leaves https")
                .hasMessageNotContaining("SECRET");
    }

    @ParameterizedTest
    @EnumSource
    void open_redirectWithoutALocation_saysSo(Way way) {
        assertThatThrownBy(() -> download(way, DIGEST, Reply.of(307)))
                .hasMessageContaining(
                        "download blob library/app@" + DIGEST + " failed: the redirect does not say where to");
    }

    @ParameterizedTest
    @EnumSource
    void open_storageThatRefuses_isReportedWithoutTheSignature(Way way) {
        assertThatThrownBy(() -> download(
                        way,
                        DIGEST,
                        redirect(STORE),
                        Reply.of(403).body("<Error><Code>AuthenticationFailed</Code></Error>")))
                .hasMessageContaining("AuthenticationFailed")
                .hasMessageContaining("https://store.example//data")
                .hasMessageNotContaining("SECRET");
    }

    @ParameterizedTest
    @EnumSource
    void open_otherContent_failsAtItsEnd(Way way) {
        assertThatThrownBy(() -> download(way, DIGEST, Reply.of(200).body("abd")))
                .hasMessageContaining(" instead of " + DIGEST);
    }

    @ParameterizedTest
    @EnumSource
    void open_contentThatEndsEarly_fails(Way way) {
        assertThatThrownBy(() -> download(way, DIGEST, Reply.of(200).body("ab")))
                .hasMessageContaining(" instead of " + DIGEST);
    }

    @ParameterizedTest
    @EnumSource
    void open_partOfTheContent_isNotTakenForAll(Way way) {
        assertThatThrownBy(() -> download(way, DIGEST, Reply.of(206).body(ABC))).hasMessageContaining("206");
    }

    @ParameterizedTest
    @EnumSource
    void open_digestInUpperCase_isCheckedAllTheSame(Way way) {
        String upper = "sha256:" + DIGEST.substring(7).toUpperCase(Locale.ROOT);

        assertThat(download(way, upper, Reply.of(200).body(ABC))).isEqualTo(ABC);
    }

    @ParameterizedTest
    @EnumSource
    void open_sha512_isChecked(Way way) {
        String sha512 = "sha512:" + "0".repeat(128);

        assertThatThrownBy(() -> download(way, sha512, Reply.of(200).body(ABC)))
                .hasMessageContaining(" instead of " + sha512);
    }

    @ParameterizedTest
    @EnumSource
    void open_digestThatCannotBeChecked_isRefused(Way way) {
        assertThatThrownBy(() -> download(way, "md5:abc", Reply.of(200).body(ABC)))
                .hasMessageContaining("\"md5:abc\" is no sha256 or sha512 digest");
    }

    private byte[] download(Way way, String digest, Reply... replies) {
        http = FakeHttp.replying(replies);
        return way.download(http.pipeline(), () -> new BlobDownload(REPOSITORY, digest));
    }

    private static Reply redirect(String location) {
        return Reply.of(307).header("Location", location).body("<a href=\"" + location + "\">Temporary Redirect</a>.");
    }

    @ParameterizedTest
    @EnumSource
    void open_relativeRedirectOfTheStorage_staysWithTheStorage(Way way) {
        assertThat(download(
                        way,
                        DIGEST,
                        redirect("https://store.example:8443/data?sig=SECRET"),
                        redirect("/more?sig=SECRET"),
                        Reply.of(200).body(ABC)))
                .isEqualTo(ABC);
        assertThat(http.lines()).last().isEqualTo("GET https://store.example:8443/more?sig=SECRET");
    }
}
