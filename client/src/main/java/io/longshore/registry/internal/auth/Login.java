// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.longshore.registry.internal.run.Step;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How this client comes by tokens: with an Entra credential through ACR's exchange, or without any. */
public final class Login {
    private final @Nullable TokenCredential credential;
    private final String entraScope;
    private final TokenCalls calls;
    private final TokenCache cache;

    /**
     * A login.
     *
     * @param credential asked for Entra tokens; null for anonymous access
     * @param audience what the Entra tokens are for
     * @param apiVersion sent with each token call
     * @param clock tells when tokens expire
     */
    public Login(@Nullable TokenCredential credential, String audience, String apiVersion, Clock clock) {
        this.credential = credential;
        this.entraScope = audience + "/.default";
        this.calls = new TokenCalls(apiVersion, clock);
        this.cache = new TokenCache(clock);
    }

    /** Whether secrets of the user travel: a login, or a token made from one. */
    boolean hasCredential() {
        return credential != null;
    }

    /** The sequence that ends with a usable access token. */
    Step<Token> accessToken(TokenService service, Scopes scopes) {
        return new Step.Share<>(access(service, scopes), () -> fetch(service, scopes), Step.Done::new);
    }

    /** The same, for a caller who keeps the token: one that is due for a new one is not good enough. */
    Step<Token> lastingAccessToken(TokenService service, Scopes scopes) {
        return new Step.Share<>(access(service, scopes).lasting(), () -> fetch(service, scopes), Step.Done::new);
    }

    /** The sequence that ends with a refresh token for a caller who keeps it; there has to be a credential. */
    Step<Token> lastingRefreshToken(TokenService service) {
        TokenCredential entra = Objects.requireNonNull(credential);
        return new Step.Share<>(refresh(service).lasting(), () -> exchange(entra, service), Step.Done::new);
    }

    /** Forgets an access token that the registry did not accept. */
    void reject(TokenService service, Scopes scopes, String secret) {
        access(service, scopes).reject(secret);
    }

    private Step<Token> fetch(TokenService service, Scopes scopes) {
        TokenCredential entra = credential;
        return entra == null
                ? calls.anonymous(service, scopes).asStep()
                : new Step.Share<>(
                        refresh(service),
                        () -> exchange(entra, service),
                        refresh -> access(entra, service, scopes, refresh));
    }

    private Step<Token> access(TokenCredential entra, TokenService service, Scopes scopes, Token refresh) {
        return new Step.Send<>(calls.access(service, scopes, refresh.secret()), answer -> {
            if (answer instanceof TokenCalls.TokenAnswer.Granted granted) {
                return new Step.Done<>(granted.token());
            }
            return afterRefusal(entra, service, scopes, refresh);
        });
    }

    /** A refresh token may be revoked before it expires: one new exchange, and its answer is final. */
    private Step<Token> afterRefusal(TokenCredential entra, TokenService service, Scopes scopes, Token refused) {
        refresh(service).reject(refused.secret());
        return new Step.Share<>(
                refresh(service),
                () -> exchange(entra, service),
                fresh -> new Step.Send<>(calls.access(service, scopes, fresh.secret()), answer -> {
                    if (answer instanceof TokenCalls.TokenAnswer.Refused still) {
                        still.answer().expect(200);
                    }
                    return new Step.Done<>(((TokenCalls.TokenAnswer.Granted) answer).token());
                }));
    }

    private Step<Token> exchange(TokenCredential entra, TokenService service) {
        TokenRequestContext request = new TokenRequestContext().addScopes(entraScope);
        return new Step.Ask<>(
                entra,
                request,
                token -> calls.exchange(service, token.getToken()).asStep());
    }

    private TokenCache.Slot access(TokenService service, Scopes scopes) {
        return cache.slot(new TokenCache.Key(service, scopes, TokenCache.Key.Kind.ACCESS));
    }

    private TokenCache.Slot refresh(TokenService service) {
        return cache.slot(new TokenCache.Key(service, new Scopes(""), TokenCache.Key.Kind.REFRESH));
    }
}
