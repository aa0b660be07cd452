// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.annotation.ReturnType;
import com.azure.core.annotation.ServiceClient;
import com.azure.core.annotation.ServiceMethod;
import com.azure.core.http.rest.PagedIterable;
import com.azure.core.http.rest.Response;
import com.azure.core.util.Context;
import io.longshore.registry.internal.wire.Catalog;
import org.jspecify.annotations.Nullable;

/**
 * Lists and deletes the repositories of a registry, and leads to one of them or to one artifact.
 *
 * <pre>{@code
 * for (String name : client.listRepositoryNames()) {
 *     System.out.println(name);
 * }
 * }</pre>
 *
 * <p>Thread-safe; keep one for the life of the program. Failures arrive as azure-core's exceptions:
 * {@link com.azure.core.exception.ClientAuthenticationException} for 401,
 * {@link com.azure.core.exception.ResourceNotFoundException} for 404,
 * {@link com.azure.core.exception.HttpResponseException} for any other answer, and {@link java.io.UncheckedIOException}
 * if there was none.
 */
@ServiceClient(builder = ContainerRegistryClientBuilder.class)
public final class ContainerRegistryClient {
    private final RegistryConnection connection;

    ContainerRegistryClient(RegistryConnection connection) {
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
     * Lists the names of all repositories, in the order of their names, page by page as they are read.
     *
     * @return the names
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedIterable<String> listRepositoryNames() {
        return listRepositoryNames(Context.NONE);
    }

    /**
     * Lists the names of all repositories, in the order of their names, page by page as they are read.
     *
     * @param context passed through the pipeline
     * @return the names
     */
    @ServiceMethod(returns = ReturnType.COLLECTION)
    public PagedIterable<String> listRepositoryNames(@Nullable Context context) {
        return connection
                .sync()
                .pages(
                        "ContainerRegistryClient.listRepositoryNames",
                        new Catalog(connection.endpoint()).names(),
                        context);
    }

    /**
     * Deletes a repository with all its tags and manifests. One that does not exist counts as deleted.
     *
     * @param repositoryName its name
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public void deleteRepository(@Nullable String repositoryName) {
        deleteRepositoryWithResponse(repositoryName, Context.NONE);
    }

    /**
     * Deletes a repository with all its tags and manifests. One that does not exist counts as deleted: the status is
     * then 404.
     *
     * @param repositoryName its name
     * @param context passed through the pipeline
     * @return the service's answer
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public Response<Void> deleteRepositoryWithResponse(@Nullable String repositoryName, @Nullable Context context) {
        return connection
                .sync()
                .run(
                        "ContainerRegistryClient.deleteRepository",
                        connection.repository(repositoryName).delete(),
                        context);
    }

    /**
     * Leads to a repository; sends nothing.
     *
     * @param repositoryName its name
     * @return the repository
     * @throws NullPointerException if the name is null
     * @throws IllegalArgumentException if it is empty or unsafe in a path
     */
    public ContainerRepository getRepository(@Nullable String repositoryName) {
        return new ContainerRepository(connection, repositoryName);
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
    public RegistryArtifact getArtifact(@Nullable String repositoryName, @Nullable String tagOrDigest) {
        return new RegistryArtifact(connection, repositoryName, tagOrDigest);
    }
}
