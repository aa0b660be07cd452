// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeParserTest {

    @Test
    void parse_recordedChallenge_givesItsParameters() {
        assertThat(parse("Bearer realm=\"https://t.azurecr.io/oauth2/token\",service=\"t.azurecr.io\","
                        + "scope=\"repository:a/b:pull,push\",error=\"insufficient_scope\""))
                .containsExactly(new Challenge(
                        "bearer",
                        Map.of(
                                "realm", "https://t.azurecr.io/oauth2/token",
                                "service", "t.azurecr.io",
                                "scope", "repository:a/b:pull,push",
                                "error", "insufficient_scope")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"myservices.azurecr.io", "telescope.azurecr.io", "realm.scope.service.error"})
    void parse_hostThatHoldsAParameterName_keepsValuesApart(String host) {
        Challenge challenge = parse("Bearer realm=\"https://" + host + "/oauth2/token\",service=\"" + host
                        + "\",scope=\"repository:scope:pull\"")
                .get(0);

        assertThat(challenge.parameters())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "realm",
                        "https://" + host + "/oauth2/token",
                        "service",
                        host,
                        "scope",
                        "repository:scope:pull"));
    }

    @Test
    void parse_severalChallengesInOneLine_separatesThem() {
        assertThat(parse("Negotiate, Basic realm=\"a, b\", charset=UTF-8, Bearer realm=\"https://r/t\",service=s"))
                .containsExactly(
                        new Challenge("negotiate", Map.of()),
                        new Challenge("basic", Map.of("realm", "a, b", "charset", "UTF-8")),
                        new Challenge("bearer", Map.of("realm", "https://r/t", "service", "s")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "YWJj/+~._-", "YWI=", "YQ=="})
    void parse_token68_isPassedOver(String token68) {
        assertThat(parse("Negotiate " + token68 + ", Bearer realm=\"r\""))
                .containsExactly(new Challenge("negotiate", Map.of()), new Challenge("bearer", Map.of("realm", "r")));
    }

    @Test
    void parse_token68BeforeABlankAndAComma_isPassedOver() {
        assertThat(parse("Negotiate a/b== , Bearer realm=\"r\""))
                .contains(new Challenge("bearer", Map.of("realm", "r")));
    }

    @Test
    void parse_escapesInAQuotedText_areResolved() {
        assertThat(parse("Bearer realm=\"a\\\"b\\\\c\\,d\"").get(0).parameter("realm"))
                .contains("a\"b\\c,d");
    }

    @Test
    void parse_repeatedParameter_keepsTheFirst() {
        assertThat(parse("Bearer realm=\"https://first\",REALM=\"https://second\"")
                        .get(0)
                        .parameter("realm"))
                .contains("https://first");
    }

    @Test
    void parse_blanksAroundEqualsSigns_areAllowed() {
        assertThat(parse("bEaReR \t realm = \"r\" ,, service\t=\ts ,"))
                .containsExactly(new Challenge("bearer", Map.of("realm", "r", "service", "s")));
    }

    @Test
    void parse_quoteThatNeverEnds_dropsThatParameterAlone() {
        assertThat(parse("Bearer service=\"s\",realm=\"https://r"))
                .containsExactly(new Challenge("bearer", Map.of("service", "s")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", ",,,", "\"", "= =", "\u00e4\u4e2d"})
    void parse_nothingThatIsAChallenge_givesNone(String line) {
        assertThat(parse(line)).isEmpty();
    }

    @Test
    void parse_garbageInOneLine_leavesTheNextLineIntact() {
        assertThat(Challenge.parse(List.of("Bearer realm=\"unfinished", "Bearer realm=\"r\"")))
                .last()
                .isEqualTo(new Challenge("bearer", Map.of("realm", "r")));
    }

    @Test
    void find_schemeInAnotherCase_isFound() {
        assertThat(Challenge.find(parse("Basic realm=a, BEARER realm=b"), "Bearer"))
                .contains(new Challenge("bearer", Map.of("realm", "b")));
    }

    private static List<Challenge> parse(String line) {
        return Challenge.parse(List.of(line));
    }
}
