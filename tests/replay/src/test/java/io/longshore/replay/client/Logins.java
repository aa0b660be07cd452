// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import io.longshore.replay.recording.Answered;
import io.longshore.replay.recording.Asked;
import io.longshore.replay.recording.Content;
import io.longshore.replay.recording.Exchange;
import io.longshore.replay.recording.Fields;
import io.longshore.replay.recording.Scope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The login exchanges of one recording: those that it has, and the rest in the form of recording 01. */
final class Logins {
    private static final String QUERY = "?api-version=2021-07-01";
    private static final Pattern ACCESS_TOKEN = Pattern.compile("(?<=\"access_token\":\")[^\"]*");
    private static final Pattern SERVICE = Pattern.compile("service=\"?([^\"&]+)");

    private final List<Exchange> recorded = new ArrayList<>();
    private final String service;
    private final boolean anonymous;

    Logins(List<Exchange> exchanges, boolean anonymous) {
        exchanges.stream().filter(exchange -> exchange.asked().isLogin()).forEach(recorded::add);
        this.service = exchanges.stream()
                .map(exchange -> exchange.asked().body().orElse(Content.EMPTY).text()
                        + exchange.answered().header("WWW-Authenticate").orElse(""))
                .map(SERVICE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("registry.example");
        this.anonymous = anonymous;
    }

    /** Recorded exchanges that were not taken. */
    List<Exchange> left() {
        return recorded;
    }

    /** What an unauthorised request for this scope is answered with. */
    Answered challenge(String scope) {
        String[] parts = scope.split(":", 3);
        String detail = Arrays.stream(parts[2].split(","))
                .map(action ->
                        "{\"Type\":\"" + parts[0] + "\",\"Name\":\"" + parts[1] + "\",\"Action\":\"" + action + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        String body = "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"authentication required, visit"
                + " https://aka.ms/acr/authorization for more information.\",\"detail\":" + detail + "}]}\n";
        Fields headers = Fields.of(Map.of(
                "Content-Type",
                "application/json; charset=utf-8",
                "WWW-Authenticate",
                "Bearer realm=\"https://" + service + "/oauth2/token\",service=\"" + service + "\",scope=\"" + scope
                        + "\""));
        return new Answered(401, headers, Optional.of(Content.of(body)));
    }

    /** Entra token to refresh token. */
    Exchange exchange() {
        return take(
                asked -> asked.path().equals("/oauth2/exchange"),
                () -> made(
                        "/oauth2/exchange",
                        "grant_type=access_token&service=" + service + "&access_token=Sanitized",
                        "refresh_token"));
    }

    /** Token for a scope. */
    Exchange token(String scope) {
        String login = anonymous ? "grant_type=password" : "refresh_token=Sanitized&grant_type=refresh_token";
        Exchange exchange = take(
                asked -> asked.path().equals("/oauth2/token") && scope.equals(scopeOf(asked)),
                () -> made(
                        "/oauth2/token",
                        "service=" + service + "&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8) + "&"
                                + login,
                        "access_token"));
        Answered answered = exchange.answered();
        String named = ACCESS_TOKEN.matcher(answered.text()).replaceFirst(tokenFor(scope));
        return new Exchange(
                exchange.asked(), new Answered(answered.status(), answered.headers(), Optional.of(Content.of(named))));
    }

    /** The token that is given out for a scope: {@link Deviation#TOKEN_VALUES}. */
    static String tokenFor(String scope) {
        return "token-for-" + scope;
    }

    private static String scopeOf(Asked asked) {
        return Wire.form(asked.body().orElseThrow().text()).get("scope");
    }

    private Exchange take(Predicate<Asked> wanted, Supplier<Exchange> otherwise) {
        for (Exchange exchange : recorded) {
            if (wanted.test(exchange.asked())) {
                recorded.remove(exchange);
                return exchange;
            }
        }
        return otherwise.get();
    }

    private static Exchange made(String path, String form, String member) {
        Fields json =
                Fields.of(Map.of("Content-Type", "application/json; charset=utf-8", "Transfer-Encoding", "chunked"));
        Asked asked = new Asked(
                "POST",
                path + QUERY,
                false,
                Fields.of(Map.of("Content-Type", "application/x-www-form-urlencoded")),
                Optional.of(Content.of(form)));
        Content body = Content.of("{\"" + member + "\":\"Sanitized\"}");
        return new Exchange(asked, new Answered(200, json, Optional.of(body)));
    }

    static String needed(Asked asked) {
        return Scope.sorted(Scope.neededFor(asked));
    }
}
