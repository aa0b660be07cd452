// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.pipeline;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.policy.AddHeadersPolicy;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpLoggingPolicy;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.HttpPolicyProviders;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.ClientOptions;
import com.azure.core.util.CoreUtils;
import com.azure.core.util.HttpClientOptions;
import com.azure.core.util.tracing.Tracer;
import com.azure.core.util.tracing.TracerProvider;
import io.longshore.registry.internal.auth.AuthPolicy;
import io.longshore.registry.internal.auth.Login;
import io.longshore.registry.internal.run.AsyncRunner;
import io.longshore.registry.internal.run.SyncRunner;
import io.longshore.registry.transport.RegistryHttpClientBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds the pipelines of a client: one for the registry, and one for its token calls without the auth policy. */
public final class Pipelines {
    private static final String LIBRARY = "longshore-client";
    private static final String TRACING_NAMESPACE = "Microsoft.ContainerRegistry";
    private static final String VERSION =
            CoreUtils.getProperties("longshore-client.properties").getOrDefault("version", "unknown");

    private static final List<HttpHeaderName> LOGGED_HEADERS =
            List.of(HttpHeaderName.RANGE, HttpHeaderName.CONTENT_RANGE);
    private static final List<String> LOGGED_QUERIES = List.of("n", "last", "orderby", "digest");

    private Pipelines() {}

    /** The tracer of a client's operations and requests. */
    public static Tracer tracer(@Nullable ClientOptions options) {
        return TracerProvider.getDefaultProvider()
                .createTracer(
                        LIBRARY, VERSION, TRACING_NAMESPACE, options == null ? null : options.getTracingOptions());
    }

    /** The pipeline for a registry, and the way to its tokens. */
    public static RegistryPipeline of(PipelineSettings settings) {
        Tracer tracer = tracer(settings.clientOptions());
        HttpClient transport = transport(settings);
        HttpLogDetailLevel level = settings.logOptions().getLogLevel();
        HttpPipeline tokens = pipeline(settings, transport, tracer, withoutBodies(level), null);
        Login login = new Login(settings.credential(), settings.audience(), settings.apiVersion(), settings.clock());
        AuthPolicy auth = new AuthPolicy(
                settings.registry(),
                login,
                settings.loopbackHttp(),
                new SyncRunner(tokens, tracer),
                new AsyncRunner(tokens, tracer));
        return new RegistryPipeline(
                pipeline(settings, transport, tracer, level, auth), auth.exchange(settings.versionCheck()));
    }

    private static HttpClient transport(PipelineSettings settings) {
        if (settings.httpClient() != null) {
            return settings.httpClient();
        }
        if (settings.clientOptions() instanceof HttpClientOptions options) {
            return RegistryHttpClientBuilder.from(options, settings.configuration());
        }
        return settings.configuration() == null
                ? RegistryHttpClientBuilder.defaultClient()
                : new RegistryHttpClientBuilder()
                        .configuration(settings.configuration())
                        .build();
    }

    private static HttpPipeline pipeline(
            PipelineSettings settings,
            HttpClient transport,
            Tracer tracer,
            HttpLogDetailLevel logLevel,
            @Nullable AuthPolicy auth) {
        List<HttpPipelinePolicy> policies = new ArrayList<>();
        policies.add(new UserAgentPolicy(
                CoreUtils.getApplicationId(settings.clientOptions(), settings.logOptions()),
                LIBRARY,
                VERSION,
                settings.configuration()));
        policies.add(new RequestIdPolicy());
        addHeaders(settings.clientOptions(), policies::add);
        addPolicies(settings.policies(), HttpPipelinePosition.PER_CALL, policies::add);
        if (auth != null) {
            policies.add(auth);
        }
        HttpPolicyProviders.addBeforeRetryPolicies(policies);
        policies.add(new ProtocolRetryPolicy(retry(settings)));
        addPolicies(settings.policies(), HttpPipelinePosition.PER_RETRY, policies::add);
        HttpPolicyProviders.addAfterRetryPolicies(policies);
        policies.add(new OriginPolicy(settings.registry()));
        policies.add(new HttpLoggingPolicy(logged(settings.logOptions(), logLevel)));
        return new HttpPipelineBuilder()
                .policies(policies.toArray(HttpPipelinePolicy[]::new))
                .httpClient(transport)
                .clientOptions(settings.clientOptions())
                .tracer(tracer)
                .build();
    }

    private static RetryPolicy retry(PipelineSettings settings) {
        if (settings.retryPolicy() != null) {
            return settings.retryPolicy();
        }
        return new RetryPolicy(settings.retryOptions() == null ? RetryRules.options() : settings.retryOptions());
    }

    private static void addHeaders(ClientOptions options, Consumer<HttpPipelinePolicy> policies) {
        HttpHeaders headers = CoreUtils.createHttpHeadersFromClientOptions(options);
        if (headers != null) {
            policies.accept(new AddHeadersPolicy(headers));
        }
    }

    private static void addPolicies(
            List<HttpPipelinePolicy> all, HttpPipelinePosition position, Consumer<HttpPipelinePolicy> policies) {
        all.stream()
                .filter(policy -> (policy.getPipelinePosition() == HttpPipelinePosition.PER_CALL)
                        == (position == HttpPipelinePosition.PER_CALL))
                .forEach(policies);
    }

    /** A copy that also lets through what a registry's users need to read; everything else stays redacted. */
    private static HttpLogOptions logged(HttpLogOptions options, HttpLogDetailLevel level) {
        HttpLogOptions copy = new HttpLogOptions()
                .setLogLevel(level)
                .setAllowedHttpHeaderNames(new HashSet<>(options.getAllowedHttpHeaderNames()))
                .setAllowedQueryParamNames(new HashSet<>(options.getAllowedQueryParamNames()))
                .setRequestLogger(options.getRequestLogger())
                .setResponseLogger(options.getResponseLogger())
                .disableRedactedHeaderLogging(options.isRedactedHeaderLoggingDisabled());
        copy.getAllowedHttpHeaderNames().remove(HttpHeaderName.AUTHORIZATION);
        LOGGED_HEADERS.forEach(copy::addAllowedHttpHeaderName);
        LOGGED_QUERIES.forEach(copy::addAllowedQueryParamName);
        return copy;
    }

    /** The forms and answers of the token endpoints are secrets from end to end. */
    private static HttpLogDetailLevel withoutBodies(HttpLogDetailLevel level) {
        return switch (level) {
            case BODY -> HttpLogDetailLevel.BASIC;
            case BODY_AND_HEADERS -> HttpLogDetailLevel.HEADERS;
            default -> level;
        };
    }
}
