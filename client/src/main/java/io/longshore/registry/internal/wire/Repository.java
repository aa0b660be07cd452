// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.rest.Response;
import io.longshore.registry.internal.run.Call;
import io.longshore.registry.models.ContainerRepositoryProperties;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One repository: its properties under {@code /acr/v1/<name>}, and the paths and scopes of what it holds.
 *
 * @param name checked, not encoded
 */
public record Repository(Endpoint endpoint, String name) {

    /** Refuses a name that is null, empty or unsafe in a path. */
    public static Repository of(Endpoint endpoint, @Nullable String name) {
        return new Repository(endpoint, Arguments.path(name, "repositoryName"));
    }

    /** Reads the properties. */
    public Call<Response<ContainerRepositoryProperties>> properties() {
        return Call.json(
                "get the properties of " + name,
                scope("metadata_read"),
                () -> acr(HttpMethod.GET, "", ""),
                answer -> answer.with(answer.expect(200).json(ContainerRepositoryProperties::fromJson)));
    }

    /** Changes the flags that are set, and reads the properties. */
    public Call<Response<ContainerRepositoryProperties>> update(@Nullable ContainerRepositoryProperties changes) {
        Objects.requireNonNull(changes, "'repositoryProperties' cannot be null.");
        Flags flags = new Flags(
                changes.isDeleteEnabled(), changes.isWriteEnabled(), changes.isListEnabled(), changes.isReadEnabled());
        return Call.json(
                "update the properties of " + name,
                scope("metadata_write"),
                () -> flags.on(acr(HttpMethod.PATCH, "", "")),
                answer -> answer.with(answer.expect(200).json(ContainerRepositoryProperties::fromJson)));
    }

    /** Deletes it with all its tags and manifests; one that is not there counts as deleted. */
    public Call<Response<Void>> delete() {
        return Call.plain(
                "delete " + name,
                scope("delete"),
                () -> acr(HttpMethod.DELETE, "", ""),
                answer -> answer.expect(200, 202, 204, 404).withoutValue());
    }

    String scope(String actions) {
        // A blank would end the scope and start another; such a name is the service's to refuse, without a token.
        return name.chars().anyMatch(Character::isWhitespace) ? "" : "repository:" + name + ":" + actions;
    }

    /** Path below {@code /acr/v1} or {@code /v2}. */
    String path(String rest) {
        return "/" + Arguments.encodePath(name) + rest;
    }

    HttpRequest acr(HttpMethod method, String rest, String query) {
        return endpoint.acr(method, path(rest), query);
    }

    HttpRequest v2(HttpMethod method, String rest) {
        return endpoint.v2(method, path(rest));
    }
}
