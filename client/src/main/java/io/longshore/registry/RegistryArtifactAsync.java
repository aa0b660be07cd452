// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.annotation.ReturnType;
import com.azure.core.annotation.ServiceClient;
import com.azure.core.annotation.ServiceMethod;
import com.azure.core.http.rest.PagedFlux;
import com.azure.core.http.rest.Response;
import io.longshore.registry.internal.wire.Artifact;
import io.longshore.registry.internal.wire.Tags;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The async twin of {@link RegistryArtifact}: nothing is sent before a subscription, wrong arguments arrive in the
 * {@code Mono}, and no thread of Reactor is ever blocked.
 */
@ServiceClient(builder = ContainerRegistryClientBuilder.class, isAsync = true)
public class RegistryArtifactAsync {
    private final RegistryConnection connection;
    private final String repositoryName;
    private final String tagOrDigest;

    /**
     * For stand-ins in tests, which extend this class and override what is called. A method that is not overridden
     * throws an {@link UnsupportedOperationException} that says so.
     */
    protected RegistryArtifactAsync() {
        this.connection = RegistryConnection.standIn(RegistryArtifactAsync.class);
        this.repositoryName = "";
        this.tagOrDigest = "";
    }

    RegistryArtifactAsync(
            RegistryConnection connection, @Nullable String repositoryName, @Nullable String tagOrDigest) {
        this.connection = connection;
        Artifact checked = Artifact.of(connection.repository(repositoryName), tagOrDigest);
        this.repositoryName = checked.repository().name();
        this.tagOrDigest = checked.tagOrDigest();
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
     * Gives the repository's name.
     *
     * @return the name
     */
    public String getRepositoryName() {
        return artifact().repository().name();
    }

    /**
     * Gives the reference with host and repository: {@code host/repository:tag} or {@code host/repository@digest}. The
     * port is left out, as in Azure's own library.
     *
     * @return the reference
     */
    public String getFullyQualifiedReference() {
        return artifact().fullyQualifiedReference();
    }

    /**
     * Deletes the manifest with all its tags.
     *
     * @return the service's answer
     * @see RegistryArtifact#deleteWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<Void>> deleteWithResponse() {
        return connection
                .async()
                .run("RegistryArtifactAsync.delete", () -> artifact().delete());
    }

    /**
     * Deletes the manifest with all its tags.
     *
     * @return completes when it is done
     * @see RegistryArtifact#delete
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Void> delete() {
        return deleteWithResponse().then();
    }

    /**
     * Deletes a tag, not its manifest.
     *
     * @param tag the tag, which may be any of the repository
     * @return the service's answer
     * @see RegistryArtifact#deleteTagWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<Void>> deleteTagWithResponse(@Nullable String tag) {
        return connection.async().call("RegistryArtifactAsync.deleteTag", () -> tags().delete(tag));
    }

    /**
     * Deletes a tag, not its manifest.
     *
     * @param tag the tag, which may be any of the repository
     * @return completes when it is done
     * @see RegistryArtifact#deleteTag
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Void> deleteTag(@Nullable String tag) {
        return deleteTagWithResponse(tag).then();
    }

    /**
     * Reads the properties of the manifest.
     *
     * @return the service's answer with the properties
     * @see RegistryArtifact#getManifestPropertiesWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<ArtifactManifestProperties>> getManifestPropertiesWithResponse() {
        return connection
                .async()
                .run(
                        "RegistryArtifactAsync.getManifestProperties",
                        () -> artifact().properties());
    }

    /**
     * Reads the properties of the manifest.
     *
     * @return the properties
     * @see RegistryArtifact#getManifestProperties
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<ArtifactManifestProperties> getManifestProperties() {
        return getManifestPropertiesWithResponse().map(Response::getValue);
    }

    /**
     * Changes the locks of the manifest.
     *
     * @param manifestProperties the locks to change; those that are null stay
     * @return the service's answer with the properties after the change
     * @see RegistryArtifact#updateManifestPropertiesWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<ArtifactManifestProperties>> updateManifestPropertiesWithResponse(
            @Nullable ArtifactManifestProperties manifestProperties) {
        return connection
                .async()
                .run(
                        "RegistryArtifactAsync.updateManifestProperties",
                        () -> artifact().update(manifestProperties));
    }

    /**
     * Changes the locks of the manifest.
     *
     * @param manifestProperties the locks to change; those that are null stay
     * @return the properties after the change
     * @see RegistryArtifact#updateManifestProperties
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<ArtifactManifestProperties> updateManifestProperties(
            @Nullable ArtifactManifestProperties manifestProperties) {
        return updateManifestPropertiesWithResponse(manifestProperties).map(Response::getValue);
    }

    /**
     * Reads the properties of a tag.
     *
     * @param tag the tag, which may be any of the repository
     * @return the service's answer with the properties
     * @see RegistryArtifact#getTagPropertiesWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<ArtifactTagProperties>> getTagPropertiesWithResponse(@Nullable String tag) {
        return connection.async().call("RegistryArtifactAsync.getTagProperties", () -> tags().get(tag));
    }

    /**
     * Reads the properties of a tag.
     *
     * @param tag the tag, which may be any of the repository
     * @return the properties
     * @see RegistryArtifact#getTagProperties
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<ArtifactTagProperties> getTagProperties(@Nullable String tag) {
        return getTagPropertiesWithResponse(tag).map(Response::getValue);
    }

    /**
     * Changes the locks of a tag.
     *
     * @param tag the tag, which may be any of the repository
     * @param tagProperties the locks to change; those that are null stay
     * @return the service's answer with the properties after the change
     * @see RegistryArtifact#updateTagPropertiesWithResponse
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<Response<ArtifactTagProperties>> updateTagPropertiesWithResponse(
            @Nullable String tag, @Nullable ArtifactTagProperties tagProperties) {
        return connection
                .async()
                .call("RegistryArtifactAsync.updateTagProperties", () -> tags().update(tag, tagProperties));
    }

    /**
     * Changes the locks of a tag.
     *
     * @param tag the tag, which may be any of the repository
     * @param tagProperties the locks to change; those that are null stay
     * @return the properties after the change
     * @see RegistryArtifact#updateTagProperties
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Mono<ArtifactTagProperties> updateTagProperties(
            @Nullable String tag, @Nullable ArtifactTagProperties tagProperties) {
        return updateTagPropertiesWithResponse(tag, tagProperties).map(Response::getValue);
    }

    /**
     * Lists the tags that point to this manifest, in the service's own order.
     *
     * @return the tags
     * @see RegistryArtifact#listTagProperties()
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedFlux<ArtifactTagProperties> listTagProperties() {
        return listTagProperties(ArtifactTagOrder.NONE);
    }

    /**
     * Lists the tags that point to this manifest.
     *
     * @param order by time of the last update, or null or {@link ArtifactTagOrder#NONE} for the service's own order
     * @return the tags
     * @see RegistryArtifact#listTagProperties(ArtifactTagOrder)
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedFlux<ArtifactTagProperties> listTagProperties(@Nullable ArtifactTagOrder order) {
        return connection
                .async()
                .pages(
                        "RegistryArtifactAsync.listTagProperties",
                        () -> artifact().tags(order));
    }

    private Artifact artifact() {
        return Artifact.of(connection.repository(repositoryName), tagOrDigest);
    }

    private Tags tags() {
        return new Tags(artifact().repository());
    }
}
