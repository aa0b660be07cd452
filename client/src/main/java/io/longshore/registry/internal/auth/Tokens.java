// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import io.longshore.registry.internal.run.Step;

/** The ways to a registry's own tokens, as sequences. */
interface Tokens {

    /** The sequence that ends with a refresh token that is not about to end. */
    Step<Token> refreshToken();

    /** The sequence that ends with an access token that is not about to end. */
    Step<Token> accessToken(Scopes scopes);
}
