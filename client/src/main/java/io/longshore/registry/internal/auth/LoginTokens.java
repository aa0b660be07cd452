// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import io.longshore.registry.internal.run.Call;
import io.longshore.registry.internal.run.Step;
import java.util.function.Function;

/** Those of a client's own login: the steps and the cache are the ones that serve its requests. */
final class LoginTokens implements Tokens {
    private final Authorizer authorizer;
    private final Login login;
    private final String versionCheck;

    /**
     * The tokens of a login.
     *
     * @param versionCheck URL of the registry's {@code /v2/}, whose refusal tells where tokens come from
     */
    LoginTokens(Authorizer authorizer, Login login, String versionCheck) {
        this.authorizer = authorizer;
        this.login = login;
        this.versionCheck = versionCheck;
    }

    @Override
    public Step<Token> refreshToken() {
        if (!login.hasCredential()) {
            throw new IllegalStateException("a refresh token is made from a login, and this client is anonymous: give"
                    + " the builder a credential(...), or ask for an access token, which needs none where the registry"
                    + " lets everybody read");
        }
        return with(login::lastingRefreshToken);
    }

    @Override
    public Step<Token> accessToken(Scopes scopes) {
        return with(service -> login.lastingAccessToken(service, scopes));
    }

    private Step<Token> with(Function<TokenService, Step<Token>> next) {
        return authorizer
                .known()
                .map(next)
                .orElseGet(() -> new Step.Send<>(
                        Call.plain(
                                "ask " + authorizer.registry() + " where its tokens come from",
                                "",
                                () -> new HttpRequest(HttpMethod.GET, versionCheck),
                                authorizer::learn),
                        next));
    }
}
