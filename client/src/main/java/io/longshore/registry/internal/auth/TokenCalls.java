// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.util.BinaryData;
import io.longshore.registry.internal.run.Answer;
import io.longshore.registry.internal.run.Call;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** ACR's two token endpoints as calls: {@code /oauth2/exchange} and {@code /oauth2/token}. */
final class TokenCalls {
    private static final String TOKEN_PATH = "/oauth2/token";
    private static final String EXCHANGE_PATH = "/oauth2/exchange";

    /** The distribution token specification: a token that does not say its lifetime has 60 seconds. */
    private static final Duration UNSTATED_LIFETIME = Duration.ofSeconds(60);

    /** What is stated beyond it cannot be meant, and could not be added to the time. */
    private static final Duration LONGEST_LIFETIME = Duration.ofDays(365);

    private final String apiVersion;
    private final Clock clock;

    TokenCalls(String apiVersion, Clock clock) {
        this.apiVersion = apiVersion;
        this.clock = clock;
    }

    /** Entra access token to ACR refresh token. */
    Call<Token> exchange(TokenService service, String entraToken) {
        if (!service.realm().getPath().endsWith(TOKEN_PATH)) {
            throw new IllegalStateException("the registry names " + service.realm()
                    + " as its token endpoint, which does not take Entra tokens as ACR's " + TOKEN_PATH
                    + " does: this registry wants another kind of login");
        }
        String url = service.realm().toString().replace(TOKEN_PATH, EXCHANGE_PATH);
        Map<String, String> form = form("access_token", service, Map.of("access_token", entraToken));
        return call(
                "exchange the Entra token for a token of " + service.service(),
                url,
                form,
                answer -> token(answer.expect(200), "refresh_token"));
    }

    /** Refresh token to access token; a refusal of the refresh token is a value, for it may just be too old. */
    Call<TokenAnswer> access(TokenService service, Scopes scopes, String refreshToken) {
        Map<String, String> form =
                form("refresh_token", service, Map.of("refresh_token", refreshToken, "scope", scopes.text()));
        return call(
                tokenName(service, scopes),
                service.realm().toString(),
                form,
                answer -> answer.status() == 401
                        ? new TokenAnswer.Refused(answer)
                        : new TokenAnswer.Granted(token(answer.expect(200), "access_token")));
    }

    /** Access token for somebody without a login; the service hands it out even for what it will refuse later. */
    Call<Token> anonymous(TokenService service, Scopes scopes) {
        Map<String, String> form = form("password", service, Map.of("scope", scopes.text()));
        return call(
                tokenName(service, scopes),
                service.realm().toString(),
                form,
                answer -> token(answer.expect(200), "access_token"));
    }

    /** What {@code /oauth2/token} said to a refresh token. */
    sealed interface TokenAnswer {
        /** A token. */
        record Granted(Token token) implements TokenAnswer {}

        /** The refresh token is not accepted. */
        record Refused(Answer answer) implements TokenAnswer {}
    }

    private static String tokenName(TokenService service, Scopes scopes) {
        return "get a token of " + service.service() + (scopes.isEmpty() ? "" : " for " + scopes.text());
    }

    private static Map<String, String> form(String grantType, TokenService service, Map<String, String> members) {
        Map<String, String> form = new TreeMap<>(members);
        form.put("grant_type", grantType);
        form.put("service", service.service());
        form.values().removeIf(String::isEmpty);
        return form;
    }

    private <T> Call<T> call(
            String name, String url, Map<String, String> form, java.util.function.Function<Answer, T> reader) {
        return Call.json(name, "", () -> post(url, form), reader).reading(Call.TOKEN);
    }

    private HttpRequest post(String url, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        char separator = URI.create(url).getRawQuery() == null ? '?' : '&';
        HttpRequest request = new HttpRequest(HttpMethod.POST, url + separator + "api-version=" + apiVersion);
        request.setBody(BinaryData.fromString(body));
        request.setHeader(HttpHeaderName.CONTENT_TYPE, "application/x-www-form-urlencoded");
        request.setHeader(HttpHeaderName.ACCEPT, "application/json");
        return request;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private Token token(Answer answer, String member) {
        Map<?, ?> members = answer.json(reader -> reader.readUntyped() instanceof Map<?, ?> map ? map : Map.of());
        if (!(members.get(member) instanceof String secret) || secret.isEmpty()) {
            throw answer.unreadable("the answer has no " + member, null);
        }
        Instant now = clock.instant();
        Instant expiresAt = JwtExpiry.lifetime(secret)
                .map(told -> told.compareTo(LONGEST_LIFETIME) < 0 ? told : LONGEST_LIFETIME)
                .map(now::plus)
                .or(() -> JwtExpiry.of(secret))
                .orElseGet(() -> now.plus(lifetime(members)));
        return Token.expiring(secret, now, expiresAt);
    }

    private static Duration lifetime(Map<?, ?> members) {
        return members.get("expires_in") instanceof Number seconds
                ? Duration.ofSeconds(Math.max(0, Math.min(seconds.longValue(), LONGEST_LIFETIME.toSeconds())))
                : UNSTATED_LIFETIME;
    }
}
