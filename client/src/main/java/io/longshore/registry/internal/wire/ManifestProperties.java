// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.rest.Response;
import io.longshore.registry.internal.run.Answer;
import io.longshore.registry.internal.run.Call;
import io.longshore.registry.internal.run.Pages;
import io.longshore.registry.internal.wire.Listing.Parameter;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What ACR keeps about manifests, {@code /acr/v1/<name>/_manifests}: by digest only. */
public record ManifestProperties(Repository repository) {

    /** All manifests of the repository, the children of an index too. */
    public Pages<ArtifactManifestProperties> all(@Nullable ArtifactManifestOrder order) {
        return new Listing<>(
                "list manifests of " + repository.name(),
                repository.endpoint(),
                repository.scope("metadata_read"),
                repository.path("/_manifests"),
                Parameter.order(order),
                ManifestProperties::page);
    }

    /** Reads one manifest's properties. */
    public Call<Response<ArtifactManifestProperties>> get(String digest) {
        return Call.json(
                "get the properties of manifest " + repository.name() + "@" + digest,
                repository.scope("metadata_read"),
                () -> repository.acr(HttpMethod.GET, path(digest), ""),
                ManifestProperties::single);
    }

    /** Changes the flags that are set, and reads the manifest's properties. */
    public Call<Response<ArtifactManifestProperties>> update(String digest, ArtifactManifestProperties changes) {
        Flags flags = new Flags(
                changes.isDeleteEnabled(), changes.isWriteEnabled(), changes.isListEnabled(), changes.isReadEnabled());
        return Call.json(
                "update the properties of manifest " + repository.name() + "@" + digest,
                repository.scope("metadata_write"),
                () -> flags.on(repository.acr(HttpMethod.PATCH, path(digest), "")),
                ManifestProperties::single);
    }

    /** Refuses null. */
    public static ArtifactManifestProperties present(@Nullable ArtifactManifestProperties changes) {
        return Objects.requireNonNull(changes, "'manifestProperties' cannot be null.");
    }

    private static List<ArtifactManifestProperties> page(Answer answer) {
        JsonPage<ArtifactManifestProperties.Builder> page = answer.json(json -> JsonPage.read(
                json,
                "manifests",
                manifest -> ArtifactManifestProperties.builder().readAttributes(manifest)));
        return page.items().stream()
                .map(manifest -> manifest.registryLoginServer(page.registry())
                        .repositoryName(page.repository())
                        .build())
                .toList();
    }

    private static Response<ArtifactManifestProperties> single(Answer answer) {
        return answer.with(answer.expect(200).json(ArtifactManifestProperties::fromJson));
    }

    private static String path(String digest) {
        return "/_manifests/" + Arguments.encodePath(digest);
    }
}
