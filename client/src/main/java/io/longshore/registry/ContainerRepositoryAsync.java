// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.annotation.ReturnType;
import com.azure.core.annotation.ServiceClient;
import com.azure.core.annotation.ServiceMethod;
import com.azure.core.http.rest.PagedFlux;
import com.azure.core.http.rest.Response;
import io.longshore.registry.internal.wire.ManifestProperties;
import io.longshore.registry.internal.wire.Repository;
import io.longshore.registry.internal.wire.Tags;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The async twin of {@link ContainerRepository}: nothing is sent before a subscription, wrong arguments arrive in the
 * {@code Mono}, and no thread of Reactor is ever blocked.
 */
@ServiceClient(builder = ContainerRegistryClientBuilder.class, isAsync = true)
public class ContainerRepositoryAsync {
    private final RegistryConnection connection;
    private final String name;

    /**
     * For stand-ins in tests, which extend this class and override what is called. A method that is not overridden
     * throws an {@link UnsupportedOperationException} that says so.
     */
    protected ContainerRepositoryAsync() {
        this.connection = RegistryConnection.standIn(ContainerRepositoryAsync.class);
        this.name = "";
    }

    ContainerRepositoryAsync(RegistryConnection connection, @Nullable String repositoryName) {
        this.connection = connection;
        this.name = connection.repository(repositoryName).name();
    }

    /**
     * Gives the repository's name.
     *
     * @return the name
     */
    public String getName() {
        return repository().name();
    }

    /**
     * Gives the registry's endpoint.
     *
     * @return the endpoint as it was given to the builder
     */
    public String getRegistryEndpoint() {
        return connection.address();
    }

    /**
     * Leads to an artifact of the repository; sends nothing.
     *
     * @param tagOrDigest a tag or a digest
     * @return the artifact
     * @throws NullPointerException if it is null
     * @throws IllegalArgumentException if it is empty or unsafe in a path
     */
    public RegistryArtifactAsync getArtifact(@Nullable String tagOrDigest) {
        return new RegistryArtifactAsync(connection, repository().name(), tagOrDigest);
    }

    /**
     * Deletes the repository.
     *
     * @return the service's answer
     * @see ContainerRepository#deleteWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<Void>> deleteWithResponse() {
        return connection
                .async()
                .call("ContainerRepositoryAsync.delete", () -> repository().delete());
    }

    /**
     * Deletes the repository.
     *
     * @return completes when it is done
     * @see ContainerRepository#delete
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Void> delete() {
        return deleteWithResponse().then();
    }

    /**
     * Reads the properties of the repository.
     *
     * @return the service's answer with the properties
     * @see ContainerRepository#getPropertiesWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<ContainerRepositoryProperties>> getPropertiesWithResponse() {
        return connection
                .async()
                .call(
                        "ContainerRepositoryAsync.getProperties",
                        () -> repository().properties());
    }

    /**
     * Reads the properties of the repository.
     *
     * @return the properties
     * @see ContainerRepository#getProperties
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<ContainerRepositoryProperties> getProperties() {
        return getPropertiesWithResponse().map(Response::getValue);
    }

    /**
     * Changes the locks of the repository.
     *
     * @param repositoryProperties the locks to change; those that are null stay
     * @return the service's answer with the properties after the change
     * @see ContainerRepository#updatePropertiesWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<ContainerRepositoryProperties>> updatePropertiesWithResponse(
            @Nullable ContainerRepositoryProperties repositoryProperties) {
        return connection
                .async()
                .call(
                        "ContainerRepositoryAsync.updateProperties",
                        () -> repository().update(repositoryProperties));
    }

    /**
     * Changes the locks of the repository.
     *
     * @param repositoryProperties the locks to change; those that are null stay
     * @return the properties after the change
     * @see ContainerRepository#updateProperties
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<ContainerRepositoryProperties> updateProperties(
            @Nullable ContainerRepositoryProperties repositoryProperties) {
        return updatePropertiesWithResponse(repositoryProperties).map(Response::getValue);
    }

    /**
     * Lists all manifests of the repository, in the service's own order.
     *
     * @return the manifests
     * @see ContainerRepository#listManifestProperties()
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedFlux<ArtifactManifestProperties> listManifestProperties() {
        return listManifestProperties(ArtifactManifestOrder.NONE);
    }

    /**
     * Lists all manifests of the repository.
     *
     * @param order by time of the last update, or null or {@link ArtifactManifestOrder#NONE} for the service's own
     *     order
     * @return the manifests
     * @see ContainerRepository#listManifestProperties(ArtifactManifestOrder)
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedFlux<ArtifactManifestProperties> listManifestProperties(@Nullable ArtifactManifestOrder order) {
        return connection
                .async()
                .pages(
                        "ContainerRepositoryAsync.listManifestProperties",
                        () -> new ManifestProperties(repository()).all(order));
    }

    /**
     * Lists all tags of the repository, in the service's own order.
     *
     * @return the tags
     * @see ContainerRepository#listTagProperties()
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedFlux<ArtifactTagProperties> listTagProperties() {
        return listTagProperties(ArtifactTagOrder.NONE);
    }

    /**
     * Lists all tags of the repository.
     *
     * @param order by time of the last update, or null or {@link ArtifactTagOrder#NONE} for the service's own order
     * @return the tags
     * @see ContainerRepository#listTagProperties(ArtifactTagOrder)
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedFlux<ArtifactTagProperties> listTagProperties(@Nullable ArtifactTagOrder order) {
        return connection
                .async()
                .pages("ContainerRepositoryAsync.listTagProperties", () -> new Tags(repository()).all(order));
    }

    private Repository repository() {
        return connection.repository(name);
    }
}
