// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.annotation.ReturnType;
import com.azure.core.annotation.ServiceClient;
import com.azure.core.annotation.ServiceMethod;
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
public final class ContainerRegistryAsyncClient {
    private final RegistryConnection connection;

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
