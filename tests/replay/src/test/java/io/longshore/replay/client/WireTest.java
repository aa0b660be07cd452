// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.replay.recording.Asked;
import io.longshore.replay.recording.Content;
import io.longshore.replay.recording.Fields;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The comparison sees what must not be overlooked. */
final class WireTest {
    private static final String TAGS = "/acr/v1/library%2Fapp/_tags?n=2&orderby=timeasc";

    @Test
    void request_spelledOtherwise_isEqual() {
        assertThat(Wire.sent(get("/acr/v1/library/app/_tags?orderby=timeasc&n=2&api-version=2021-07-01"), false))
                .isEqualTo(Wire.expected(get(TAGS), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/acr/v1/library/other/_tags?n=2&orderby=timeasc&api-version=2021-07-01",
                "/acr/v1/library/app/_tags?n=3&orderby=timeasc&api-version=2021-07-01",
                "/acr/v1/library/app/_tags?n=2&orderby=timeasc&last=v1&api-version=2021-07-01",
                "/acr/v1/library/app/_tags?n=2&orderby=timeasc",
                "/acr/v1/library/app/_tags?n=2&orderby=timeasc&api-version=2019-01-01"
            })
    void request_forSomethingElse_differs(String target) {
        assertThat(Wire.sent(get(target), false)).isNotEqualTo(Wire.expected(get(TAGS), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/acr/v1/library/app/_tags?n=2&orderby=timeasc",
                "/acr/v1/library%2Fapp/_tags?orderby=timeasc&n=2",
                "/acr/v1/library%2Fapp/_tags?n=2&orderby=timeasc&api-version=2021-07-01"
            })
    void link_notFollowedToTheLetter_differs(String target) {
        assertThat(Wire.sent(get(target), true)).isNotEqualTo(Wire.expected(get(TAGS), true));
    }

    @ParameterizedTest
    @CsvSource({"Authorization, Bearer Sanitized", "Range, bytes=0-1", "Content-Range, 0-1"})
    void request_withAnotherHeader_differs(String name, String value) {
        Asked storage = new Asked("GET", "/blob", true, Fields.of(Map.of()), Optional.empty());

        assertThat(Wire.sent(storage.with(storage.headers().with(name, value)), false))
                .isNotEqualTo(Wire.expected(storage, false));
    }

    @Test
    void token_withoutItsScheme_differs() {
        Asked asked = get(TAGS);

        assertThat(Wire.sent(asked.with(Fields.of(Map.of("Authorization", "token"))), true))
                .isNotEqualTo(Wire.expected(asked.with(Fields.of(Map.of("Authorization", "Bearer token"))), true));
    }

    @Test
    void manifest_withoutAType_differs() {
        Asked all = get("/v2/app/manifests/v1");

        assertThat(Wire.sent(all.with(Fields.of(Map.of("Accept", "*/*"))), false))
                .isNotEqualTo(Wire.expected(all, false));
    }

    @Test
    void form_withFieldsInAnotherOrder_isEqual() {
        assertThat(form("service=s&scope=repository%3Aa%3Apush%2Cpull&refresh_token=REDACTED&grant_type=refresh_token"))
                .isEqualTo(form(
                        "grant_type=refresh_token&service=s&scope=repository%3aa%3apull,push&refresh_token=Sanitized"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=refresh_token&service=s&scope=repository:a:pull&refresh_token=Sanitized",
                "grant_type=refresh_token&service=s&scope=repository:a:pull,push&refresh_token=other",
                "grant_type=password&service=s&scope=repository:a:pull,push"
            })
    void form_withOtherFields_differs(String form) {
        assertThat(form(form))
                .isNotEqualTo(form(
                        "grant_type=refresh_token&service=s&scope=repository:a:pull,push&refresh_token=Sanitized"));
    }

    private static Map<String, String> form(String text) {
        Asked asked = new Asked(
                "POST",
                "/oauth2/token?api-version=2021-07-01",
                false,
                Fields.of(Map.of("Content-Type", "application/x-www-form-urlencoded")),
                Optional.of(Content.of(text)));
        return Wire.sent(asked, false);
    }

    private static Asked get(String target) {
        return new Asked("GET", target, false, Fields.of(Map.of()), Optional.empty());
    }
}
