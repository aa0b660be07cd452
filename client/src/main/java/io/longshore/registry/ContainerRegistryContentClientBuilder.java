// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.annotation.ServiceClientBuilder;
import com.azure.core.client.traits.ConfigurationTrait;
import com.azure.core.client.traits.EndpointTrait;
import com.azure.core.client.traits.HttpTrait;
import com.azure.core.client.traits.TokenCredentialTrait;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.http.policy.RetryPolicy;
import com.azure.core.util.ClientOptions;
import com.azure.core.util.Configuration;
import io.longshore.registry.models.ContainerRegistryAudience;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Builds clients for the manifests and blobs of one repository: {@link ContainerRegistryContentClient} and
 * {@link ContainerRegistryContentAsyncClient}.
 *
 * <p>Without a {@link #credential(TokenCredential) credential} the clients are anonymous, which registries with
 * anonymous pull allow for reading.
 *
 * <pre>{@code
 * ContainerRegistryContentClient client = new ContainerRegistryContentClientBuilder()
 *         .endpoint("https://myregistry.azurecr.io")
 *         .repositoryName("samples/app")
 *         .credential(new DefaultAzureCredentialBuilder().build())
 *         .buildClient();
 * }</pre>
 *
 * <p>Clients of one builder share connections, tokens and pipeline as long as nothing is set to another value in
 * between; what changes inside an options object is not noticed. A builder is not thread-safe; the clients it builds
 * are.
 */
@ServiceClientBuilder(
        serviceClients = {ContainerRegistryContentClient.class, ContainerRegistryContentAsyncClient.class})
public final class ContainerRegistryContentClientBuilder
        implements ConfigurationTrait<ContainerRegistryContentClientBuilder>,
                EndpointTrait<ContainerRegistryContentClientBuilder>,
                HttpTrait<ContainerRegistryContentClientBuilder>,
                TokenCredentialTrait<ContainerRegistryContentClientBuilder> {
    private final ClientSettings settings = new ClientSettings();
    private @Nullable String repositoryName;

    /** A builder with nothing set. */
    public ContainerRegistryContentClientBuilder() {}

    /**
     * Sets where the registry is.
     *
     * @param endpoint a URL such as {@code https://myregistry.azurecr.io}
     * @return this builder
     * @throws IllegalArgumentException if it is null or not an http or https URL
     */
    @Override
    public ContainerRegistryContentClientBuilder endpoint(@Nullable String endpoint) {
        settings.endpoint(endpoint);
        return this;
    }

    /**
     * Sets the repository whose content the client moves.
     *
     * @param repositoryName the name, such as {@code samples/app}
     * @return this builder
     */
    public ContainerRegistryContentClientBuilder repositoryName(@Nullable String repositoryName) {
        this.repositoryName = repositoryName;
        return this;
    }

    /**
     * Sets what the Entra tokens are for; it goes with the cloud the registry is in.
     *
     * @param audience the audience; null for {@code https://containerregistry.azure.net}
     * @return this builder
     */
    public ContainerRegistryContentClientBuilder audience(@Nullable ContainerRegistryAudience audience) {
        settings.audience = audience;
        return this;
    }

    /**
     * Sets who asks: an Entra identity, exchanged for tokens of the registry.
     *
     * @param credential the credential; null for anonymous access
     * @return this builder
     */
    @Override
    public ContainerRegistryContentClientBuilder credential(@Nullable TokenCredential credential) {
        settings.credential = credential;
        return this;
    }

    /**
     * Sends through a ready pipeline. All other settings but the endpoint are then without effect, the credential
     * included: the pipeline has to put the tokens on. A retry policy in it must not repeat a PATCH, which would end an
     * upload.
     *
     * @param pipeline the pipeline; null to have one made
     * @return this builder
     */
    @Override
    public ContainerRegistryContentClientBuilder pipeline(@Nullable HttpPipeline pipeline) {
        settings.pipeline = pipeline;
        return this;
    }

    /**
     * Sets the version of the service's interface.
     *
     * @param version the version; null for the newest
     * @return this builder
     */
    public ContainerRegistryContentClientBuilder serviceVersion(@Nullable ContainerRegistryServiceVersion version) {
        settings.version = version;
        return this;
    }

    /**
     * Sets what sends the requests. It must not follow redirects with credentials or repeat requests by itself;
     * {@link io.longshore.registry.transport.RegistryHttpClientBuilder} makes one that does not.
     *
     * @param httpClient the HTTP client; null for the one all clients share
     * @return this builder
     */
    @Override
    public ContainerRegistryContentClientBuilder httpClient(@Nullable HttpClient httpClient) {
        settings.httpClient = httpClient;
        return this;
    }

    /**
     * Sets the application id in the User-Agent, headers for every request, and tracing. An
     * {@link com.azure.core.util.HttpClientOptions} also sets time limits and a proxy.
     *
     * @param clientOptions the options; null for none
     * @return this builder
     */
    @Override
    public ContainerRegistryContentClientBuilder clientOptions(@Nullable ClientOptions clientOptions) {
        settings.clientOptions = clientOptions;
        return this;
    }

    /**
     * Sets where proxy and tracing settings are read from.
     *
     * @param configuration the configuration; null for the global one, which reads the environment
     * @return this builder
     */
    @Override
    public ContainerRegistryContentClientBuilder configuration(@Nullable Configuration configuration) {
        settings.configuration = configuration;
        return this;
    }

    /**
     * Sets what is logged of requests and answers. Tokens, and the bodies of token calls, never are.
     *
     * @param httpLogOptions the options; null for none
     * @return this builder
     */
    @Override
    public ContainerRegistryContentClientBuilder httpLogOptions(@Nullable HttpLogOptions httpLogOptions) {
        settings.logOptions = httpLogOptions;
        return this;
    }

    /**
     * Sets how requests are repeated that may be; an upload session never is.
     *
     * @param retryPolicy the policy; null for the default one
     * @return this builder
     */
    public ContainerRegistryContentClientBuilder retryPolicy(@Nullable RetryPolicy retryPolicy) {
        settings.retryPolicy = retryPolicy;
        return this;
    }

    /**
     * Sets how often and when requests are repeated that may be; an upload session never is. Not together with
     * {@link #retryPolicy(RetryPolicy)}.
     *
     * @param retryOptions the options; null for the default ones
     * @return this builder
     */
    @Override
    public ContainerRegistryContentClientBuilder retryOptions(@Nullable RetryOptions retryOptions) {
        settings.retryOptions = retryOptions;
        return this;
    }

    /**
     * Adds a policy to the pipeline, at the position it names: before the tokens are put on, or inside the retries.
     *
     * @param policy the policy
     * @return this builder
     * @throws NullPointerException if it is null
     */
    @Override
    public ContainerRegistryContentClientBuilder addPolicy(@Nullable HttpPipelinePolicy policy) {
        settings.addPolicy(policy);
        return this;
    }

    /**
     * Lets tokens travel over plain http to this machine ({@code localhost}, {@code 127.0.0.1}, {@code ::1}), as a
     * local registry without TLS needs it. They never go to another host that way.
     *
     * @param allowed whether they may; false by default
     * @return this builder
     */
    public ContainerRegistryContentClientBuilder allowLoopbackHttp(boolean allowed) {
        settings.loopbackHttp = allowed;
        return this;
    }

    ContainerRegistryContentClientBuilder clock(Clock clock) {
        settings.clock = clock;
        return this;
    }

    /**
     * Builds an async client.
     *
     * @return a new client
     * @throws NullPointerException if the endpoint or the repository name is not set
     * @throws IllegalStateException if both retry policy and retry options are set
     */
    public ContainerRegistryContentAsyncClient buildAsyncClient() {
        return new ContainerRegistryContentAsyncClient(settings.connect(), repositoryName);
    }

    /**
     * Builds a client.
     *
     * @return a new client
     * @throws NullPointerException if the endpoint or the repository name is not set
     * @throws IllegalStateException if both retry policy and retry options are set
     */
    public ContainerRegistryContentClient buildClient() {
        return new ContainerRegistryContentClient(settings.connect(), repositoryName);
    }
}
