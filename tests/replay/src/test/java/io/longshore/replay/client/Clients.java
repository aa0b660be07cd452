// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Builders for clients of the scripted registry.
 *
 * @param anonymous whether they have no credential
 */
record Clients(String endpoint, boolean anonymous) {
    private static final TokenCredential CREDENTIAL =
            request -> Mono.just(new AccessToken("Sanitized", OffsetDateTime.MAX));

    /** Repeating would only blur what went wrong. */
    private static RetryOptions once() {
        return new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1)));
    }

    ContainerRegistryClientBuilder registry() {
        return new ContainerRegistryClientBuilder()
                .endpoint(endpoint)
                .credential(credential())
                .retryOptions(once())
                .allowLoopbackHttp(true);
    }

    ContainerRegistryContentClientBuilder content(String repository) {
        return new ContainerRegistryContentClientBuilder()
                .endpoint(endpoint)
                .repositoryName(repository)
                .credential(credential())
                .retryOptions(once())
                .allowLoopbackHttp(true);
    }

    private @Nullable TokenCredential credential() {
        return anonymous ? null : CREDENTIAL;
    }
}
