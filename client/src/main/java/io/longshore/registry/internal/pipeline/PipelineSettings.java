// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.pipeline;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.util.ClientOptions;
import com.azure.core.util.Configuration;
import io.longshore.registry.internal.auth.Origin;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the builders collected, checked. Two that are equal make pipelines that do the same.
 *
 * @param registry where credentials belong
 * @param versionCheck URL of the registry's {@code /v2/}
 */
public record PipelineSettings(
        Origin registry,
        String versionCheck,
        String apiVersion,
        String audience,
        @Nullable TokenCredential credential,
        boolean loopbackHttp,
        @Nullable HttpClient httpClient,
        ClientOptions clientOptions,
        HttpLogOptions logOptions,
        @Nullable RetryPolicy retryPolicy,
        @Nullable RetryOptions retryOptions,
        List<HttpPipelinePolicy> policies,
        @Nullable Configuration configuration,
        Clock clock) {

    /** Copies the policies; refuses what contradicts itself. */
    public PipelineSettings {
        policies = List.copyOf(policies);
        if (retryPolicy != null && retryOptions != null) {
            throw new IllegalStateException("'retryPolicy' and 'retryOptions' cannot both be set: choose one.");
        }
    }
}
