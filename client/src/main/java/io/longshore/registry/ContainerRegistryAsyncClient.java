// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.annotation.ReturnType;
import com.azure.core.annotation.ServiceClient;
import com.azure.core.annotation.ServiceMethod;
import com.azure.core.credential.AccessToken;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.rest.PagedFlux;
import com.azure.core.http.rest.Response;
import io.longshore.registry.internal.wire.Catalog;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The async twin of {@link ContainerRegistryClient}. Nothing is sent before a subscription, each subscription sends
 * anew, wrong arguments arrive in the {@code Mono}, and no thread of Reactor is ever blocked.
 */
@ServiceClient(builder = ContainerRegistryClientBuilder.class, isAsync = true)
public class ContainerRegistryAsyncClient {
    private final RegistryConnection connection;

    /**
     * For stand-ins in tests, which extend this class and override what is called. A method that is not overridden
     * throws an {@link UnsupportedOperationException} that says so.
     */
    protected ContainerRegistryAsyncClient() {
        this.connection = RegistryConnection.standIn(ContainerRegistryAsyncClient.class);
    }

    ContainerRegistryAsyncClient(RegistryConnection connection) {
        this.connection = connection;
    }

    /**
     * Gives the registry's endpoint.
     *
     * @return the endpoint as it was given to the builder
     */
    public String getEndpoint() {
        return connection.address();
    }

    /**
     * Gives the pipeline that this client sends through, for requests of the caller's own: it puts the client's login
     * on requests to the registry, and on no others, repeats what may be repeated, and leaves redirects to the caller.
     * A challenge lets a request go out a second time, so its body has to be replayable.
     *
     * @return the pipeline; the one that was given to the builder, if one was
     */
    public HttpPipeline getHttpPipeline() {
        return connection.pipeline();
    }

    /**
     * Lists repositories.
     *
     * @return the names
     * @see ContainerRegistryClient#listRepositoryNames()
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedFlux<String> listRepositoryNames() {
        return connection
                .async()
                .pages(
                        "ContainerRegistryAsyncClient.listRepositoryNames",
                        () -> new Catalog(connection.endpoint()).names());
    }

    /**
     * Deletes a repository.
     *
     * @param repositoryName its name
     * @return the service's answer
     * @see ContainerRegistryClient#deleteRepositoryWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<Void>> deleteRepositoryWithResponse(@Nullable String repositoryName) {
        return connection
                .async()
                .call(
                        "ContainerRegistryAsyncClient.deleteRepository",
                        () -> connection.repository(repositoryName).delete());
    }

    /**
     * Deletes a repository.
     *
     * @param repositoryName its name
     * @return completes when it is deleted
     * @see ContainerRegistryClient#deleteRepository
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Void> deleteRepository(@Nullable String repositoryName) {
        return deleteRepositoryWithResponse(repositoryName).then();
    }

    /**
     * Hands out a refresh token of the registry, made from this client's login.
     *
     * @return the token, and when it ends by this machine's clock
     * @see ContainerRegistryClient#exchangeForRefreshToken
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<AccessToken> exchangeForRefreshToken() {
        return connection.tokens().refreshTokenAsync("ContainerRegistryAsyncClient.exchangeForRefreshToken");
    }

    /**
     * Hands out an access token of the registry, made with this client's login, or anonymously if it has none.
     *
     * @param scopes what it is for, such as {@code repository:samples/app:pull}
     * @return the token, and when it ends by this machine's clock
     * @see ContainerRegistryClient#exchangeForAccessToken
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<AccessToken> exchangeForAccessToken(String... scopes) {
        return connection.tokens().accessTokenAsync("ContainerRegistryAsyncClient.exchangeForAccessToken", scopes);
    }

    /**
     * Leads to a repository; sends nothing.
     *
     * @param repositoryName its name
     * @return the repository
     * @throws NullPointerException if the name is null
     * @throws IllegalArgumentException if it is empty or unsafe in a path
     */
    public ContainerRepositoryAsync getRepository(@Nullable String repositoryName) {
        return new ContainerRepositoryAsync(connection, repositoryName);
    }

    /**
     * Leads to an artifact; sends nothing.
     *
     * @param repositoryName the repository's name
     * @param tagOrDigest a tag or a digest
     * @return the artifact
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if one is empty or unsafe in a path
     */
    public RegistryArtifactAsync getArtifact(@Nullable String repositoryName, @Nullable String tagOrDigest) {
        return new RegistryArtifactAsync(connection, repositoryName, tagOrDigest);
    }
}
