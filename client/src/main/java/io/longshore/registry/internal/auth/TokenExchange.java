// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import com.azure.core.credential.AccessToken;
import com.azure.core.util.Context;
import io.longshore.registry.internal.run.AsyncRunner;
import io.longshore.registry.internal.run.SyncRunner;
import java.time.ZoneOffset;
import reactor.core.publisher.Mono;

/** Hands the registry's own tokens to the caller, each call an operation. Thread-safe. */
public final class TokenExchange {
    private final Tokens tokens;
    private final SyncRunner sync;
    private final AsyncRunner async;

    TokenExchange(Tokens tokens, SyncRunner sync, AsyncRunner async) {
        this.tokens = tokens;
        this.sync = sync;
        this.async = async;
    }

    /** Of a client that sends through a pipeline of the caller's own: its login is out of reach. */
    public static TokenExchange outOfReach(SyncRunner sync, AsyncRunner async) {
        return new TokenExchange(new ForeignTokens(), sync, async);
    }

    /** A refresh token. */
    public AccessToken refreshToken(String operation) {
        return handedOut(sync.run(operation, tokens.refreshToken(), Context.NONE));
    }

    /** The same for a reactive caller. */
    public Mono<AccessToken> refreshTokenAsync(String operation) {
        return async.run(operation, tokens::refreshToken).map(TokenExchange::handedOut);
    }

    /** An access token for scopes as the caller wrote them. */
    public AccessToken accessToken(String operation, String... scopes) {
        return handedOut(sync.run(operation, tokens.accessToken(ScopeSyntax.parse(scopes)), Context.NONE));
    }

    /** The same for a reactive caller; malformed scopes arrive in the {@code Mono}. */
    public Mono<AccessToken> accessTokenAsync(String operation, String... scopes) {
        return async.run(operation, () -> tokens.accessToken(ScopeSyntax.parse(scopes)))
                .map(TokenExchange::handedOut);
    }

    private static AccessToken handedOut(Token token) {
        return new AccessToken(
                token.secret(),
                token.expiresAt().atOffset(ZoneOffset.UTC),
                token.refreshAt().atOffset(ZoneOffset.UTC));
    }
}
