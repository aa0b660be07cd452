// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry;

import com.azure.core.annotation.ReturnType;
import com.azure.core.annotation.ServiceClient;
import com.azure.core.annotation.ServiceMethod;
import com.azure.core.credential.AccessToken;
import com.azure.core.http.HttpPipeline;
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
public class ContainerRegistryClient {
    private final RegistryConnection connection;

    /**
     * For stand-ins in tests, which extend this class and override what is called. A method that is not overridden
     * throws an {@link UnsupportedOperationException} that says so.
     */
    protected ContainerRegistryClient() {
        this.connection = RegistryConnection.standIn(ContainerRegistryClient.class);
    }

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
     * Hands out a refresh token of the registry, made from this client's login. It serves as a password: of the user
     * {@code 00000000-0000-0000-0000-000000000000} for docker and other tools, for about three hours.
     *
     * <p>It comes from where the client's own requests have theirs, so a second call costs no second exchange. A token
     * that is due for a new one, five minutes or a quarter of its lifetime before its end, is not handed out, unless
     * the registry fails to give a new one.
     *
     * @return the token, and when it ends by this machine's clock
     * @throws IllegalStateException if this client is anonymous, or the registry wants no login
     * @throws UnsupportedOperationException if the builder was given a pipeline: the login is in there
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public AccessToken exchangeForRefreshToken() {
        return connection.tokens().refreshToken("ContainerRegistryClient.exchangeForRefreshToken");
    }

    /**
     * Hands out an access token of the registry, made with this client's login, or anonymously if it has none. Tools
     * send it as {@code Authorization: Bearer}. The registry hands out tokens for more than it will allow: a right that
     * the login lacks is refused when the token is used.
     *
     * <p>It comes from where the client's own requests have theirs, so a second call costs no second request. A token
     * that is due for a new one, five minutes or a quarter of its lifetime before its end, is not handed out, unless
     * the registry fails to give a new one.
     *
     * @param scopes what it is for, one resource each: {@code repository:samples/app:pull},
     *     {@code repository:samples/app:pull,push}, {@code registry:catalog:*}
     * @return the token, and when it ends by this machine's clock
     * @throws NullPointerException if a scope is null
     * @throws IllegalArgumentException if there is no scope, or one is malformed
     * @throws IllegalStateException if the registry wants no login
     * @throws UnsupportedOperationException if the builder was given a pipeline: the login is in there
     */
    @ServiceMethod(returns = ReturnType.SINGLE)
    public AccessToken exchangeForAccessToken(String... scopes) {
        return connection.tokens().accessToken("ContainerRegistryClient.exchangeForAccessToken", scopes);
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
