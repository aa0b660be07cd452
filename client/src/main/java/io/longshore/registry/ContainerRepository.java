// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.annotation.ReturnType;
import com.azure.core.annotation.ServiceClient;
import com.azure.core.annotation.ServiceMethod;
import com.azure.core.http.rest.PagedIterable;
import com.azure.core.http.rest.Response;
import com.azure.core.util.Context;
import io.longshore.registry.internal.wire.ManifestProperties;
import io.longshore.registry.internal.wire.Repository;
import io.longshore.registry.internal.wire.Tags;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import org.jspecify.annotations.Nullable;

/**
 * One repository: its properties and locks, its manifests and its tags. Thread-safe; made by
 * {@link ContainerRegistryClient#getRepository(String)}.
 *
 * <pre>{@code
 * for (ArtifactManifestProperties manifest :
 *         repository.listManifestProperties(ArtifactManifestOrder.LAST_UPDATED_ON_DESCENDING)) {
 *     System.out.println(manifest.getDigest() + " " + manifest.getTags());
 * }
 * }</pre>
 */
@ServiceClient(builder = ContainerRegistryClientBuilder.class)
public class ContainerRepository {
    private final RegistryConnection connection;
    private final String name;

    /**
     * For stand-ins in tests, which extend this class and override what is called. A method that is not overridden
     * throws an {@link UnsupportedOperationException} that says so.
     */
    protected ContainerRepository() {
        this.connection = RegistryConnection.standIn(ContainerRepository.class);
        this.name = "";
    }

    ContainerRepository(RegistryConnection connection, @Nullable String repositoryName) {
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
    public RegistryArtifact getArtifact(@Nullable String tagOrDigest) {
        return new RegistryArtifact(connection, repository().name(), tagOrDigest);
    }

    /**
     * Deletes the repository with all its tags and manifests. One that does not exist counts as deleted; the status
     * then is 404.
     *
     * @param context passed through the pipeline
     * @return the service's answer
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<Void> deleteWithResponse(@Nullable Context context) {
        return connection.sync().run("ContainerRepository.delete", repository().delete(), context);
    }

    /**
     * Deletes the repository with all its tags and manifests. One that does not exist counts as deleted; the status
     * then is 404.
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public void delete() {
        deleteWithResponse(Context.NONE);
    }

    /**
     * Reads the properties of the repository.
     *
     * @param context passed through the pipeline
     * @return the service's answer with the properties
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<ContainerRepositoryProperties> getPropertiesWithResponse(@Nullable Context context) {
        return connection
                .sync()
                .run("ContainerRepository.getProperties", repository().properties(), context);
    }

    /**
     * Reads the properties of the repository.
     *
     * @return the properties
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public ContainerRepositoryProperties getProperties() {
        return getPropertiesWithResponse(Context.NONE).getValue();
    }

    /**
     * Changes the locks of the repository. Those of its tags and manifests are apart.
     *
     * @param repositoryProperties the locks to change; those that are null stay
     * @param context passed through the pipeline
     * @return the service's answer with the properties after the change
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<ContainerRepositoryProperties> updatePropertiesWithResponse(
            @Nullable ContainerRepositoryProperties repositoryProperties, @Nullable Context context) {
        return connection
                .sync()
                .run("ContainerRepository.updateProperties", repository().update(repositoryProperties), context);
    }

    /**
     * Changes the locks of the repository. Those of its tags and manifests are apart.
     *
     * @param repositoryProperties the locks to change; those that are null stay
     * @return the properties after the change
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public ContainerRepositoryProperties updateProperties(
            @Nullable ContainerRepositoryProperties repositoryProperties) {
        return updatePropertiesWithResponse(repositoryProperties, Context.NONE).getValue();
    }

    /**
     * Lists all manifests of the repository with their properties, page by page as they are read, in the service's own
     * order.
     *
     * @return the manifests
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedIterable<ArtifactManifestProperties> listManifestProperties() {
        return listManifestProperties(ArtifactManifestOrder.NONE, Context.NONE);
    }

    /**
     * Lists all manifests of the repository with their properties, page by page as they are read.
     *
     * @param order by time of the last update, or null or {@link ArtifactManifestOrder#NONE} for the service's own
     *     order
     * @return the manifests
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedIterable<ArtifactManifestProperties> listManifestProperties(@Nullable ArtifactManifestOrder order) {
        return listManifestProperties(order, Context.NONE);
    }

    /**
     * Lists all manifests of the repository with their properties, page by page as they are read.
     *
     * @param order by time of the last update, or null or {@link ArtifactManifestOrder#NONE} for the service's own
     *     order
     * @param context passed through the pipeline
     * @return the manifests
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedIterable<ArtifactManifestProperties> listManifestProperties(
            @Nullable ArtifactManifestOrder order, @Nullable Context context) {
        return connection
                .sync()
                .pages(
                        "ContainerRepository.listManifestProperties",
                        new ManifestProperties(repository()).all(order),
                        context);
    }

    /**
     * Lists all tags of the repository with their properties, page by page as they are read, in the service's own
     * order.
     *
     * @return the tags
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedIterable<ArtifactTagProperties> listTagProperties() {
        return listTagProperties(ArtifactTagOrder.NONE, Context.NONE);
    }

    /**
     * Lists all tags of the repository with their properties, page by page as they are read.
     *
     * @param order by time of the last update, or null or {@link ArtifactTagOrder#NONE} for the service's own order
     * @return the tags
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedIterable<ArtifactTagProperties> listTagProperties(@Nullable ArtifactTagOrder order) {
        return listTagProperties(order, Context.NONE);
    }

    /**
     * Lists all tags of the repository with their properties, page by page as they are read.
     *
     * @param order by time of the last update, or null or {@link ArtifactTagOrder#NONE} for the service's own order
     * @param context passed through the pipeline
     * @return the tags
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedIterable<ArtifactTagProperties> listTagProperties(
            @Nullable ArtifactTagOrder order, @Nullable Context context) {
        return connection
                .sync()
                .pages("ContainerRepository.listTagProperties", new Tags(repository()).all(order), context);
    }

    private Repository repository() {
        return connection.repository(name);
    }
}
