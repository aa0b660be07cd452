// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.steps;

import com.azure.core.exception.ClientAuthenticationException;
import io.longshore.cli.demo.DemoException;
import io.longshore.cli.demo.Narrator;
import io.longshore.cli.demo.Scene;
import io.longshore.cli.demo.Step;
import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.models.ArtifactTagProperties;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists the tags of the newest image with a client that has no credential, the asynchronous one; the same client may
 * not delete.
 *
 * @param repository the repository
 */
record ListAnonymously(String repository) implements Step {
    private static final String TAG = "latest";

    @Override
    public String title() {
        return "List the aliases of " + repository + ":" + TAG + " without a login, asynchronously";
    }

    @Override
    public void run(Scene scene) throws IOException {
        Narrator narrator = scene.narrator();
        ContainerRegistryAsyncClient anonymous = scene.registry().anonymousClient();
        Set<String> tags = narrator.timed(
                () -> names(Objects.requireNonNullElse(
                        anonymous
                                .getArtifact(repository, TAG)
                                .listTagProperties()
                                .collectList()
                                .block(),
                        List.of())),
                found -> String.join(", ", found.stream().sorted().toList()));
        DemoException.unlessEqual(Set.copyOf(scene.newest(repository).tags()), tags, "the aliases");
        ClientAuthenticationException refusal = narrator.timed(
                () -> refusal(anonymous),
                e -> "delete was refused with status " + e.getResponse().getStatusCode());
        DemoException.unlessEqual(401, refusal.getResponse().getStatusCode(), "the refusal's status");
    }

    private ClientAuthenticationException refusal(ContainerRegistryAsyncClient anonymous) {
        try {
            anonymous.getArtifact(repository, TAG).deleteTag(TAG).block();
        } catch (ClientAuthenticationException e) {
            return e;
        }
        throw new DemoException("expected a delete without a login to be refused, but it was done");
    }

    private static Set<String> names(List<ArtifactTagProperties> tags) {
        return tags.stream()
                .map(tag -> Objects.requireNonNullElse(tag.getName(), ""))
                .collect(Collectors.toSet());
    }
}
