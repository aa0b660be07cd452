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
import com.azure.core.util.tracing.Tracer;
import io.longshore.registry.internal.auth.Origin;
import io.longshore.registry.internal.auth.TokenExchange;
import io.longshore.registry.internal.pipeline.PipelineSettings;
import io.longshore.registry.internal.pipeline.Pipelines;
import io.longshore.registry.internal.pipeline.RegistryPipeline;
import io.longshore.registry.internal.run.AsyncRunner;
import io.longshore.registry.internal.run.SyncRunner;
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
    private @Nullable Choice lastChoice;
    private @Nullable RegistryConnection lastConnection;
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

    private final ClientOptions noClientOptions = new ClientOptions();
    private final HttpLogOptions noLogOptions = new HttpLogOptions();
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

    /** Everything that a connection is made of. Equal choices, equal connections. */
    private record Choice(
            String address,
            Endpoint endpoint,
            ClientOptions options,
            @Nullable HttpPipeline pipeline,
            @Nullable PipelineSettings settings) {}

    /** The last connection, if nothing was set to another value since it was made. */
    RegistryConnection connect() {
        Choice choice = choice();
        RegistryConnection connection = lastConnection;
        if (connection == null || !choice.equals(lastChoice)) {
            connection = connect(choice);
            lastChoice = choice;
            lastConnection = connection;
        }
        return connection;
    }

    private Choice choice() {
        URL url = Objects.requireNonNull(endpoint, "'endpoint' can't be null");
        Endpoint place = Endpoint.of(url, apiVersion());
        ClientOptions options = clientOptions == null ? noClientOptions : clientOptions;
        return new Choice(
                Objects.requireNonNull(address),
                place,
                options,
                pipeline,
                pipeline == null ? pipelineSettings(Origin.of(url), place, options) : null);
    }

    private static RegistryConnection connect(Choice choice) {
        Tracer tracer = Pipelines.tracer(choice.options());
        PipelineSettings settings = choice.settings();
        RegistryPipeline made = settings == null ? null : Pipelines.of(settings);
        HttpPipeline pipeline = made == null ? Objects.requireNonNull(choice.pipeline()) : made.requests();
        SyncRunner sync = new SyncRunner(pipeline, tracer);
        AsyncRunner async = new AsyncRunner(pipeline, tracer);
        TokenExchange tokens = made == null ? TokenExchange.outOfReach(sync, async) : made.tokens();
        return new RegistryConnection.Live(choice.address(), choice.endpoint(), pipeline, sync, async, tokens);
    }

    private PipelineSettings pipelineSettings(Origin registry, Endpoint place, ClientOptions options) {
        return new PipelineSettings(
                registry,
                place.base() + "/v2/",
                apiVersion(),
                audience == null ? DEFAULT_AUDIENCE : audience.toString(),
                credential,
                loopbackHttp,
                httpClient,
                options,
                logOptions == null ? noLogOptions : logOptions,
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
