// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.util.ClientOptions;
import com.azure.core.util.Configuration;
import io.longshore.registry.internal.pipeline.PipelineSettings;
import io.longshore.registry.internal.pipeline.Pipelines;
import io.longshore.registry.internal.wire.Endpoint;
import io.longshore.registry.models.ContainerRegistryAudience;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What both builders collect. */
final class ClientSettings {
    /** What ACR's own tokens are for, where the caller names no audience. */
    private static final String DEFAULT_AUDIENCE = "https://containerregistry.azure.net";

    private @Nullable URL endpoint;
    private @Nullable String address;
    private final List<HttpPipelinePolicy> policies = new ArrayList<>();

    @Nullable
    ContainerRegistryAudience audience;

    @Nullable
    TokenCredential credential;

    @Nullable
    HttpPipeline pipeline;

    @Nullable
    ContainerRegistryServiceVersion version;

    @Nullable
    HttpClient httpClient;

    @Nullable
    ClientOptions clientOptions;

    @Nullable
    Configuration configuration;

    @Nullable
    HttpLogOptions logOptions;

    @Nullable
    RetryPolicy retryPolicy;

    @Nullable
    RetryOptions retryOptions;

    boolean loopbackHttp;
    Clock clock = Clock.systemUTC();

    void endpoint(@Nullable String text) {
        try {
            URL url = new URL(text);
            if (!url.getProtocol().matches("https?") || url.getHost().isEmpty()) {
                throw new MalformedURLException("neither https nor http, or no host");
            }
            if (url.getUserInfo() != null) {
                throw new IllegalArgumentException("'endpoint' must not hold a user and password.");
            }
            endpoint = url;
            address = text;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(
                    "'endpoint' must be a valid URL such as https://myregistry.azurecr.io, not \"" + text + "\".", e);
        }
    }

    void addPolicy(@Nullable HttpPipelinePolicy policy) {
        policies.add(Objects.requireNonNull(policy, "'policy' cannot be null."));
    }

    RegistryConnection connect() {
        URL url = Objects.requireNonNull(endpoint, "'endpoint' can't be null");
        ClientOptions options = clientOptions == null ? new ClientOptions() : clientOptions;
        HttpPipeline built = pipeline == null ? Pipelines.of(pipelineSettings(url, options)) : pipeline;
        return RegistryConnection.of(
                Objects.requireNonNull(address), Endpoint.of(url, apiVersion()), built, Pipelines.tracer(options));
    }

    private PipelineSettings pipelineSettings(URL url, ClientOptions options) {
        return new PipelineSettings(
                url,
                apiVersion(),
                audience == null ? DEFAULT_AUDIENCE : audience.toString(),
                credential,
                loopbackHttp,
                httpClient,
                options,
                logOptions == null ? new HttpLogOptions() : logOptions,
                retryPolicy,
                retryOptions,
                policies,
                configuration,
                clock);
    }

    private String apiVersion() {
        return (version == null ? ContainerRegistryServiceVersion.getLatest() : version).getVersion();
    }
}
