// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.annotation.ReturnType;
import com.azure.core.annotation.ServiceClient;
import com.azure.core.annotation.ServiceMethod;
import com.azure.core.http.rest.PagedIterable;
import com.azure.core.http.rest.Response;
import com.azure.core.util.Context;
import io.longshore.registry.internal.wire.Artifact;
import io.longshore.registry.internal.wire.Tags;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import org.jspecify.annotations.Nullable;

/**
 * One artifact, named by tag or digest: the properties and locks of its manifest, and the tags that point to it.
 * Thread-safe; made by {@link ContainerRegistryClient#getArtifact(String, String)}.
 *
 * <pre>{@code
 * RegistryArtifact image = client.getArtifact("library/hello-world", "latest");
 * image.updateTagProperties("latest", new ArtifactTagProperties().setWriteEnabled(false).setDeleteEnabled(false));
 * }</pre>
 */
@ServiceClient(builder = ContainerRegistryClientBuilder.class)
public class RegistryArtifact {
    private final RegistryConnection connection;
    private final String repositoryName;
    private final String tagOrDigest;

    /**
     * For stand-ins in tests, which extend this class and override what is called. A method that is not overridden
     * throws an {@link UnsupportedOperationException} that says so.
     */
    protected RegistryArtifact() {
        this.connection = RegistryConnection.standIn(RegistryArtifact.class);
        this.repositoryName = "";
        this.tagOrDigest = "";
    }

    RegistryArtifact(RegistryConnection connection, @Nullable String repositoryName, @Nullable String tagOrDigest) {
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
     * Deletes the manifest with all its tags. A manifest that does not exist counts as deleted; the status then is 404.
     * A tag is resolved first, and one that does not exist is an error.
     *
     * @param context passed through the pipeline
     * @return the service's answer
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<Void> deleteWithResponse(@Nullable Context context) {
        return connection.sync().run("RegistryArtifact.delete", artifact().delete(), context);
    }

    /**
     * Deletes the manifest with all its tags. A manifest that does not exist counts as deleted; the status then is 404.
     * A tag is resolved first, and one that does not exist is an error.
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public void delete() {
        deleteWithResponse(Context.NONE);
    }

    /**
     * Deletes a tag, not its manifest. One that does not exist counts as deleted; the status then is 404.
     *
     * @param tag the tag, which may be any of the repository
     * @param context passed through the pipeline
     * @return the service's answer
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<Void> deleteTagWithResponse(@Nullable String tag, @Nullable Context context) {
        return connection.sync().run("RegistryArtifact.deleteTag", tags().delete(tag), context);
    }

    /**
     * Deletes a tag, not its manifest. One that does not exist counts as deleted; the status then is 404.
     *
     * @param tag the tag, which may be any of the repository
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public void deleteTag(@Nullable String tag) {
        deleteTagWithResponse(tag, Context.NONE);
    }

    /**
     * Reads the properties of the manifest; a tag is resolved first, each time anew.
     *
     * @param context passed through the pipeline
     * @return the service's answer with the properties
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<ArtifactManifestProperties> getManifestPropertiesWithResponse(@Nullable Context context) {
        return connection
                .sync()
                .run("RegistryArtifact.getManifestProperties", artifact().properties(), context);
    }

    /**
     * Reads the properties of the manifest; a tag is resolved first, each time anew.
     *
     * @return the properties
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public ArtifactManifestProperties getManifestProperties() {
        return getManifestPropertiesWithResponse(Context.NONE).getValue();
    }

    /**
     * Changes the locks of the manifest. Those of its tags are apart.
     *
     * @param manifestProperties the locks to change; those that are null stay
     * @param context passed through the pipeline
     * @return the service's answer with the properties after the change
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<ArtifactManifestProperties> updateManifestPropertiesWithResponse(
            @Nullable ArtifactManifestProperties manifestProperties, @Nullable Context context) {
        return connection
                .sync()
                .run("RegistryArtifact.updateManifestProperties", artifact().update(manifestProperties), context);
    }

    /**
     * Changes the locks of the manifest. Those of its tags are apart.
     *
     * @param manifestProperties the locks to change; those that are null stay
     * @return the properties after the change
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public ArtifactManifestProperties updateManifestProperties(
            @Nullable ArtifactManifestProperties manifestProperties) {
        return updateManifestPropertiesWithResponse(manifestProperties, Context.NONE)
                .getValue();
    }

    /**
     * Reads the properties of a tag.
     *
     * @param tag the tag, which may be any of the repository
     * @param context passed through the pipeline
     * @return the service's answer with the properties
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<ArtifactTagProperties> getTagPropertiesWithResponse(
            @Nullable String tag, @Nullable Context context) {
        return connection.sync().run("RegistryArtifact.getTagProperties", tags().get(tag), context);
    }

    /**
     * Reads the properties of a tag.
     *
     * @param tag the tag, which may be any of the repository
     * @return the properties
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public ArtifactTagProperties getTagProperties(@Nullable String tag) {
        return getTagPropertiesWithResponse(tag, Context.NONE).getValue();
    }

    /**
     * Changes the locks of a tag. Those of its manifest are apart.
     *
     * @param tag the tag, which may be any of the repository
     * @param tagProperties the locks to change; those that are null stay
     * @param context passed through the pipeline
     * @return the service's answer with the properties after the change
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<ArtifactTagProperties> updateTagPropertiesWithResponse(
            @Nullable String tag, @Nullable ArtifactTagProperties tagProperties, @Nullable Context context) {
        return connection
                .sync()
                .run("RegistryArtifact.updateTagProperties", tags().update(tag, tagProperties), context);
    }

    /**
     * Changes the locks of a tag. Those of its manifest are apart.
     *
     * @param tag the tag, which may be any of the repository
     * @param tagProperties the locks to change; those that are null stay
     * @return the properties after the change
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public ArtifactTagProperties updateTagProperties(
            @Nullable String tag, @Nullable ArtifactTagProperties tagProperties) {
        return updateTagPropertiesWithResponse(tag, tagProperties, Context.NONE).getValue();
    }

    /**
     * Lists the tags that point to this manifest, page by page as they are read, in the service's own order.
     *
     * @return the tags
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedIterable<ArtifactTagProperties> listTagProperties() {
        return listTagProperties(ArtifactTagOrder.NONE, Context.NONE);
    }

    /**
     * Lists the tags that point to this manifest, page by page as they are read.
     *
     * @param order by time of the last update, or null or {@link ArtifactTagOrder#NONE} for the service's own order
     * @return the tags
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedIterable<ArtifactTagProperties> listTagProperties(@Nullable ArtifactTagOrder order) {
        return listTagProperties(order, Context.NONE);
    }

    /**
     * Lists the tags that point to this manifest, page by page as they are read.
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
                .pages("RegistryArtifact.listTagProperties", artifact().tags(order), context);
    }

    private Artifact artifact() {
        return Artifact.of(connection.repository(repositoryName), tagOrDigest);
    }

    private Tags tags() {
        return new Tags(artifact().repository());
    }
}
