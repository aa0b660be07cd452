// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.rest.Response;
import io.longshore.registry.internal.run.Answer;
import io.longshore.registry.internal.run.Call;
import io.longshore.registry.internal.run.Pages;
import io.longshore.registry.internal.wire.Listing.Parameter;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tags of a repository, {@code /acr/v1/<name>/_tags}. */
public record Tags(Repository repository) {

    /** All tags of the repository. */
    public Pages<ArtifactTagProperties> all(@Nullable ArtifactTagOrder order) {
        return list("list tags of " + repository.name(), order, List.of());
    }

    /** The tags that point to one manifest. */
    Pages<ArtifactTagProperties> of(String digest, @Nullable ArtifactTagOrder order) {
        return list(
                "list tags of " + repository.name() + "@" + digest,
                order,
                List.of(new Parameter("digest", digest, true)));
    }

    /** Reads one tag's properties. */
    public Call<Response<ArtifactTagProperties>> get(@Nullable String tag) {
        String path = path(tag);
        return Call.json(
                "get the properties of tag " + named(tag),
                repository.scope("metadata_read"),
                () -> repository.acr(HttpMethod.GET, path, ""),
                Tags::single);
    }

    /** Changes the flags that are set, and reads the tag's properties. */
    public Call<Response<ArtifactTagProperties>> update(@Nullable String tag, @Nullable ArtifactTagProperties changes) {
        String path = path(tag);
        Objects.requireNonNull(changes, "'tagProperties' cannot be null.");
        Flags flags = new Flags(
                changes.isDeleteEnabled(), changes.isWriteEnabled(), changes.isListEnabled(), changes.isReadEnabled());
        return Call.json(
                "update the properties of tag " + named(tag),
                repository.scope("metadata_write"),
                () -> flags.on(repository.acr(HttpMethod.PATCH, path, "")),
                Tags::single);
    }

    /** Deletes a tag, not its manifest; one that is not there counts as deleted. */
    public Call<Response<Void>> delete(@Nullable String tag) {
        String path = path(tag);
        return Call.plain(
                "delete tag " + named(tag),
                repository.scope("delete"),
                () -> repository.acr(HttpMethod.DELETE, path, ""),
                answer -> answer.expect(200, 202, 204, 404).withoutValue());
    }

    private Pages<ArtifactTagProperties> list(String name, @Nullable ArtifactTagOrder order, List<Parameter> filters) {
        List<Parameter> query = new ArrayList<>(Parameter.order(order));
        query.addAll(filters);
        return new Listing<>(
                name,
                repository.endpoint(),
                repository.scope("metadata_read"),
                repository.path("/_tags"),
                query,
                Tags::page);
    }

    private static List<ArtifactTagProperties> page(Answer answer) {
        JsonPage<ArtifactTagProperties.Builder> page = answer.json(json -> JsonPage.read(
                json, "tags", tag -> ArtifactTagProperties.builder().readAttributes(tag)));
        return page.items().stream()
                .map(tag -> tag.registryLoginServer(page.registry())
                        .repositoryName(page.repository())
                        .build())
                .toList();
    }

    private static Response<ArtifactTagProperties> single(Answer answer) {
        return answer.with(answer.expect(200).json(ArtifactTagProperties::fromJson));
    }

    private String named(@Nullable String tag) {
        return repository.name() + ":" + tag;
    }

    private static String path(@Nullable String tag) {
        return "/_tags/" + Arguments.encodePath(Arguments.segment(tag, "tag"));
    }
}
