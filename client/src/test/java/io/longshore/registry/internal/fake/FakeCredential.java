// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.fake;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** A credential with its sync side, which notes what it is asked for. */
public final class FakeCredential implements TokenCredential {
    public static final String ENTRA_TOKEN = "entra-SECRET";

    private final Supplier<AccessToken> token;
    private final Queue<TokenRequestContext> asked = new ConcurrentLinkedQueue<>();

    private FakeCredential(Supplier<AccessToken> token) {
        this.token = token;
    }

    public static FakeCredential working() {
        return giving(() -> new AccessToken(ENTRA_TOKEN, OffsetDateTime.MAX));
    }

    /** A null is an empty Mono, an exception an error. */
    public static FakeCredential giving(Supplier<AccessToken> token) {
        return new FakeCredential(token);
    }

    public List<TokenRequestContext> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
        return Mono.fromSupplier(() -> getTokenSync(request));
    }

    @Override
    public AccessToken getTokenSync(TokenRequestContext request) {
        asked.add(request);
        return token.get();
    }
}
