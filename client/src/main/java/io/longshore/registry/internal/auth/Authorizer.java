// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import io.longshore.registry.internal.run.Answer;
import io.longshore.registry.internal.run.Quoted;
import io.longshore.registry.internal.run.Step;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Decides which token a request gets, and what a challenge calls for. Thread-safe; sends nothing. */
final class Authorizer {
    private static final String BEARER = "Bearer ";
    private static final int MOST_REMEMBERED = 1_000;

    private final Origin registry;
    private final Login login;
    private final boolean loopbackHttp;
    /** What the registry asked for where another scope had been expected, so that it is sent the next time. */
    private final Map<Scopes, Scopes> asked = new ConcurrentHashMap<>();

    private volatile @Nullable TokenService known;

    Authorizer(Origin registry, Login login, boolean loopbackHttp) {
        this.registry = registry;
        this.login = login;
        this.loopbackHttp = loopbackHttp;
    }

    /** Tokens go to the registry alone: not to the storage it redirects to, and not over a caller's own header. */
    boolean concerns(HttpRequest request) {
        return Origin.of(request.getUrl()).equals(registry)
                && request.getHeaders().get(HttpHeaderName.AUTHORIZATION) == null;
    }

    /** Where tokens come from, as far as a challenge has told. */
    Optional<TokenService> known() {
        return Optional.ofNullable(known);
    }

    Origin registry() {
        return registry;
    }

    /** Takes from the answer to a request without a token where tokens come from. */
    TokenService learn(Answer answer) {
        if (answer.status() == 200) {
            throw new IllegalStateException("the registry " + registry + " lets requests in without a login, so there"
                    + " is no token to be had: send it requests without one");
        }
        Challenge challenge = Challenge.find(challenges(answer.expect(401).headers()), "bearer")
                .orElseThrow(() -> answer.unreadable("the refusal names no token service", null));
        try {
            TokenService service = serviceOf(challenge);
            known = service;
            return service;
        } catch (IllegalStateException e) {
            throw new ClientAuthenticationException(e.getMessage(), answer.open(), e);
        }
    }

    /** The scope to send beforehand: the one that is needed, or what the registry has asked for in its place. */
    Scopes expected(Scopes needed) {
        return asked.getOrDefault(needed, needed);
    }

    /** The token for a scope that is known beforehand; empty until the registry has told where tokens come from. */
    Optional<Step<Token>> beforehand(Scopes expected) {
        TokenService service = known;
        return service == null || expected.isEmpty()
                ? Optional.empty()
                : Optional.of(login.accessToken(service, expected));
    }

    /**
     * The token that a refusal asks for; empty if none would help.
     *
     * @param held the scope of the token that was sent, which others may have learnt to be the wrong one meanwhile
     */
    Optional<Step<Token>> after(HttpResponse response, Scopes needed, Scopes held) {
        if (response.getStatusCode() != 401) {
            return Optional.empty();
        }
        Optional<Challenge> bearer = Challenge.find(challenges(response.getHeaders()), "bearer");
        try {
            return bearer.flatMap(challenge -> answer(challenge, response.getRequest(), needed, held));
        } catch (IllegalStateException e) {
            response.close();
            throw new ClientAuthenticationException(e.getMessage(), response, e);
        }
    }

    static void authorize(HttpRequest request, Token token) {
        request.setHeader(HttpHeaderName.AUTHORIZATION, BEARER + token.secret());
    }

    private Optional<Step<Token>> answer(Challenge challenge, HttpRequest request, Scopes needed, Scopes held) {
        TokenService service = serviceOf(challenge);
        known = service;
        Scopes scopes = scopesOf(challenge, needed);
        String sent = request.getHeaders().getValue(HttpHeaderName.AUTHORIZATION);
        if (sent != null && !sent.startsWith(BEARER)) {
            // A policy of the caller's, nearer to the network, has put another login there.
            return Optional.empty();
        }
        if (sent != null) {
            boolean tooLittle = challenge
                    .parameter("error")
                    .filter("insufficient_scope"::equals)
                    .isPresent();
            if (tooLittle && held.covers(scopes)) {
                return Optional.empty();
            }
            if (!tooLittle) {
                login.reject(service, held, sent.substring(BEARER.length()));
            }
        }
        remember(needed, scopes);
        return Optional.of(login.accessToken(service, scopes));
    }

    private static Scopes scopesOf(Challenge challenge, Scopes needed) {
        Scopes named = new Scopes(challenge.parameter("scope").orElse(""));
        return named.isEmpty() ? needed : named;
    }

    private void remember(Scopes needed, Scopes scopes) {
        if (needed.isEmpty() || needed.equals(scopes)) {
            return;
        }
        if (asked.size() >= MOST_REMEMBERED) {
            asked.clear();
        }
        asked.put(needed, scopes);
    }

    private static List<Challenge> challenges(HttpHeaders headers) {
        var header = headers.get(HttpHeaderName.WWW_AUTHENTICATE);
        return header == null ? List.of() : Challenge.parse(header.getValuesList());
    }

    private TokenService serviceOf(Challenge challenge) {
        String realm = challenge.parameter("realm").orElse("");
        return new TokenService(checked(realm), challenge.parameter("service").orElse(registry.host()));
    }

    private URI checked(String realm) {
        URI uri = parse(realm);
        Origin origin = Origin.of(uri);
        if (!origin.isHttps() && !(origin.scheme().equals("http") && origin.isLoopback() && loopbackHttp)) {
            throw refused(
                    realm,
                    "which is not https: tokens and credentials only travel encrypted; use an https"
                            + " endpoint, or for a registry on this machine allowLoopbackHttp(true) on the builder");
        }
        if (!registry.isHttps() && !(registry.isLoopback() && loopbackHttp)) {
            throw refused(
                    realm,
                    "but was reached over plain http, where tokens are not sent: use an https endpoint, or"
                            + " for a registry on this machine allowLoopbackHttp(true) on the builder");
        }
        if (login.hasCredential() && !origin.equals(registry)) {
            throw refused(
                    realm,
                    "which is another host: the credential of this client is for " + registry
                            + " and is not sent elsewhere; if this is the registry's own name, make it the endpoint");
        }
        return uri;
    }

    private URI parse(String realm) {
        try {
            URI uri = new URI(realm);
            if (uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(message(realm, "which is not a URL"), e);
        }
        throw refused(realm, "which is not a URL of a token endpoint");
    }

    private IllegalStateException refused(String realm, String reason) {
        return new IllegalStateException(message(realm, reason));
    }

    private String message(String realm, String reason) {
        return "the registry " + registry + " asks for a token from \"" + Quoted.text(realm) + "\", " + reason;
    }
}
