// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import io.longshore.registry.internal.run.AsyncRunner;
import io.longshore.registry.internal.run.Call;
import io.longshore.registry.internal.run.Step;
import io.longshore.registry.internal.run.SyncRunner;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Puts the token on requests to the registry and answers its challenges, once per request. It stands before the retry
 * policy, so that a token call is never multiplied by the tries of the call that needs it.
 */
public final class AuthPolicy implements HttpPipelinePolicy {
    private final Authorizer authorizer;
    private final Login login;
    private final SyncRunner sync;
    private final AsyncRunner async;

    /**
     * A policy for one registry.
     *
     * @param registry where tokens are sent
     * @param login how tokens are come by
     * @param loopbackHttp whether tokens may go to this machine over plain http
     * @param sync sends the token calls of blocking callers; its pipeline has no such policy
     * @param async sends the token calls of reactive callers; its pipeline has no such policy
     */
    public AuthPolicy(Origin registry, Login login, boolean loopbackHttp, SyncRunner sync, AsyncRunner async) {
        this.authorizer = new Authorizer(registry, login, loopbackHttp);
        this.login = login;
        this.sync = sync;
        this.async = async;
    }

    /**
     * Hands out the tokens that this policy puts on requests.
     *
     * @param versionCheck URL of the registry's {@code /v2/}
     */
    public TokenExchange exchange(String versionCheck) {
        return new TokenExchange(new LoginTokens(authorizer, login, versionCheck), sync, async);
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext call, HttpPipelineNextSyncPolicy next) {
        if (!authorizer.concerns(call.getHttpRequest())) {
            return next.processSync();
        }
        Scopes needed = needed(call);
        Scopes expected = authorizer.expected(needed);
        authorizer.beforehand(expected).ifPresent(token -> authorize(call, token));
        HttpPipelineNextSyncPolicy again = next.clone();
        HttpResponse response = next.processSync();
        Optional<Step<Token>> token = authorizer.after(response, needed, expected);
        if (token.isEmpty()) {
            return response;
        }
        response.close();
        authorize(call, token.get());
        return again.processSync();
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext call, HttpPipelineNextPolicy next) {
        if (!authorizer.concerns(call.getHttpRequest())) {
            return next.process();
        }
        Scopes needed = needed(call);
        Scopes expected = authorizer.expected(needed);
        HttpPipelineNextPolicy again = next.clone();
        return Mono.justOrEmpty(authorizer.beforehand(expected))
                .flatMap(token -> authorizeAsync(call, token))
                .then(Mono.defer(next::process))
                .flatMap(response -> authorizer
                        .after(response, needed, expected)
                        .map(token -> answer(call, token, response, again))
                        .orElseGet(() -> Mono.just(response)));
    }

    private Mono<HttpResponse> answer(
            HttpPipelineCallContext call, Step<Token> token, HttpResponse response, HttpPipelineNextPolicy again) {
        response.close();
        return authorizeAsync(call, token).then(Mono.defer(again::process));
    }

    private void authorize(HttpPipelineCallContext call, Step<Token> token) {
        Authorizer.authorize(call.getHttpRequest(), sync.within(call.getContext(), token));
    }

    private Mono<Void> authorizeAsync(HttpPipelineCallContext call, Step<Token> token) {
        return async.within(call.getContext(), () -> token)
                .doOnNext(secret -> Authorizer.authorize(call.getHttpRequest(), secret))
                .then();
    }

    private static Scopes needed(HttpPipelineCallContext call) {
        return new Scopes(call.getData(Call.SCOPE_KEY).map(Object::toString).orElse(""));
    }
}
