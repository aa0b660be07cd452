// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.fake;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.util.ClientOptions;
import io.longshore.registry.internal.auth.Origin;
import io.longshore.registry.internal.auth.TokenExchange;
import io.longshore.registry.internal.pipeline.PipelineSettings;
import io.longshore.registry.internal.pipeline.Pipelines;
import io.longshore.registry.internal.pipeline.RegistryPipeline;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The library's own pipeline over any transport; retries do not wait. */
public final class Pipeline {
    public static final String REGISTRY = "https://reg.example";

    private final HttpClient transport;
    private String endpoint = REGISTRY;
    private TokenCredential credential;
    private boolean loopbackHttp;
    private Clock clock = new MovableClock();
    private RetryPolicy retryPolicy;
    private RetryOptions retryOptions = retries(2);
    private HttpLogOptions logOptions = new HttpLogOptions();
    private ClientOptions clientOptions = new ClientOptions();
    private List<HttpPipelinePolicy> policies = List.of();

    private Pipeline(HttpClient transport) {
        this.transport = transport;
    }

    public static Pipeline over(HttpClient transport) {
        return new Pipeline(transport);
    }

    public static RetryOptions retries(int most) {
        return new RetryOptions(new FixedDelayOptions(most, Duration.ZERO));
    }

    public Pipeline endpoint(String url) {
        endpoint = url;
        return this;
    }

    public Pipeline credential(TokenCredential given) {
        credential = given;
        return this;
    }

    public Pipeline allowLoopbackHttp() {
        loopbackHttp = true;
        return this;
    }

    public Pipeline clock(Clock given) {
        clock = given;
        return this;
    }

    public Pipeline retryPolicy(RetryPolicy given) {
        retryPolicy = given;
        retryOptions = null;
        return this;
    }

    public Pipeline retryOptions(RetryOptions given) {
        retryOptions = given;
        return this;
    }

    public Pipeline logOptions(HttpLogOptions given) {
        logOptions = given;
        return this;
    }

    public Pipeline clientOptions(ClientOptions given) {
        clientOptions = given;
        return this;
    }

    public Pipeline policies(HttpPipelinePolicy... given) {
        policies = List.of(given);
        return this;
    }

    public HttpPipeline build() {
        return whole().requests();
    }

    public TokenExchange tokens() {
        return whole().tokens();
    }

    /** Requests and handed-out tokens of one client. */
    public RegistryPipeline whole() {
        try {
            return Pipelines.of(new PipelineSettings(
                    Origin.of(new URL(endpoint)),
                    endpoint + "/v2/",
                    "2021-07-01",
                    "https://containerregistry.azure.net",
                    credential,
                    loopbackHttp,
                    transport,
                    clientOptions,
                    logOptions,
                    retryPolicy,
                    retryOptions,
                    policies,
                    null,
                    clock));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
