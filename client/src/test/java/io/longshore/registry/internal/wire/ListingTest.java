// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.rest.PagedResponse;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Way;
import io.longshore.registry.internal.run.Pages;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {
    private static final Endpoint ENDPOINT = new Endpoint("https://reg.example", "2021-07-01");
    private static final Reply EMPTY = Reply.json("{\"repositories\":null,\"tags\":null}");

    @Test
    void first_catalog_sendsSizeAndVersion() {
        FakeHttp http = FakeHttp.replying(EMPTY);

        page(http, new Catalog(ENDPOINT).names(), 5);

        assertThat(http.lines()).containsExactly("GET https://reg.example/acr/v1/_catalog?n=5&api-version=2021-07-01");
    }

    @Test
    void first_orderAndDigest_areSentEncoded() {
        FakeHttp http = FakeHttp.replying(EMPTY);

        page(http, tags(ArtifactTagOrder.LAST_UPDATED_ON_DESCENDING), null);

        assertThat(http.lines())
                .containsExactly("GET https://reg.example/acr/v1/library/app/_tags?orderby=timedesc&digest=sha256%3Aab"
                        + "&api-version=2021-07-01");
    }

    @Test
    void next_linkThatLostTheDigest_getsItBack() {
        FakeHttp http =
                FakeHttp.replying(EMPTY.header("Link", "</acr/v1/library/app/_tags?last=b&n=2>; rel=\"next\""), EMPTY);
        Pages<ArtifactTagProperties> pages = tags(null);

        PagedResponse<ArtifactTagProperties> first = page(http, pages, 2);
        Way.SYNC.run(http.pipeline(), () -> pages.next(first.getContinuationToken()));

        assertThat(http.lines())
                .last()
                .isEqualTo("GET https://reg.example/acr/v1/library/app/_tags?last=b&n=2&digest=sha256%3Aab");
    }

    @Test
    void next_recordedLink_isFollowedAsItStands() {
        FakeHttp http = FakeHttp.replying(EMPTY);

        Way.SYNC.run(
                http.pipeline(),
                () -> new Catalog(ENDPOINT)
                        .names()
                        .next("</acr/v1/_catalog?last=library%2Fbusybox&n=2&orderby=>; rel=\"next\""));

        assertThat(http.lines())
                .containsExactly("GET https://reg.example/acr/v1/_catalog?last=library%2Fbusybox&n=2&orderby=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/acr/v1/_catalog", "http://reg.example/acr/v1/_catalog", "//evil/x"})
    void next_tokenToAnotherPlace_isRefused(String token) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalog(ENDPOINT).names().next(token));
    }

    @Test
    void next_linkBackToTheSamePage_fails() {
        String link = "/acr/v1/_catalog?last=a";
        FakeHttp http = FakeHttp.replying(EMPTY.header("Link", "<" + link + ">; rel=\"next\""));

        assertThatThrownBy(() -> Way.SYNC.run(
                        http.pipeline(), () -> new Catalog(ENDPOINT).names().next(link)))
                .isInstanceOf(HttpResponseException.class)
                .hasMessageContaining("leads back to the same page");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void first_sizeBelowOne_isRefused(int size) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Catalog(ENDPOINT).names().first(size))
                .withMessageContaining("at least 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "<html>", "{\"repositories\":[1,", "{\"repositories\":{}}"})
    void first_answerThatIsNoPage_saysSo(String body) {
        FakeHttp http = FakeHttp.replying(Reply.json(body));

        assertThatThrownBy(() -> page(http, new Catalog(ENDPOINT).names(), null))
                .isInstanceOf(HttpResponseException.class)
                .hasMessageContaining("list repositories failed: the body is");
    }

    private static Pages<ArtifactTagProperties> tags(ArtifactTagOrder order) {
        return new Tags(Repository.of(ENDPOINT, "library/app")).of("sha256:ab", order);
    }

    private static <T> PagedResponse<T> page(FakeHttp http, Pages<T> pages, Integer size) {
        return Way.SYNC.run(http.pipeline(), () -> pages.first(size));
    }

    @ParameterizedTest
    @EnumSource
    void first_linkToAnotherPlace_isTheFaultOfTheService(Way way) {
        for (String place : List.of(
                "https://evil.example/acr/v1/_catalog?last=a",
                "http://reg.example/acr/v1/_catalog?last=a",
                "//evil.example/x",
                "https://reg.example:8443/acr/v1/_catalog?last=a",
                "https://reg.example@evil.example/acr/v1/_catalog")) {
            FakeHttp http = FakeHttp.replying(EMPTY.header("Link", "<" + place + ">; rel=\"next\""));

            assertThatThrownBy(() -> way.run(
                            http.pipeline(), () -> new Catalog(ENDPOINT).names().first(null)))
                    .as(place)
                    .isInstanceOf(HttpResponseException.class)
                    .hasMessageContaining("list repositories failed: the next page's link leads to another host");
            assertThat(http.sent()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void first_entryThatIsNull_saysSo(Way way) {
        assertThatThrownBy(() -> way.run(
                        FakeHttp.replying(Reply.json("{\"repositories\":[\"a\",null]}"))
                                .pipeline(),
                        () -> new Catalog(ENDPOINT).names().first(null)))
                .isInstanceOf(HttpResponseException.class)
                .hasMessageContaining("list repositories failed: the body is not the JSON");
        assertThatThrownBy(() -> way.run(
                        FakeHttp.replying(Reply.json("{\"tags\":[null]}")).pipeline(),
                        () -> tags(null).first(null)))
                .isInstanceOf(HttpResponseException.class)
                .hasMessageContaining("the body is not the JSON");
    }
}
