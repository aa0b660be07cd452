// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import io.longshore.registry.internal.run.Step;

/** Those of a pipeline that was made elsewhere. */
final class ForeignTokens implements Tokens {
    @Override
    public Step<Token> refreshToken() {
        throw outOfReach();
    }

    @Override
    public Step<Token> accessToken(Scopes scopes) {
        throw outOfReach();
    }

    private static UnsupportedOperationException outOfReach() {
        return new UnsupportedOperationException("this client sends through a pipeline of your own, which holds the"
                + " login: for the registry's tokens, build a client with credential(...) in place of pipeline(...)");
    }
}
