// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.HttpResponseException;
import io.longshore.emulator.RecordedRequest;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.junit.WithRegistry;
import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithRegistry(anonymousPull = true)
class RegistrySamplesTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<String> digests = new ArrayList<>();
    private final Printed printed = new Printed();

    @BeforeEach
    void fill(RegistryEmulator registry) {
        registry.seed().image("library/hello-world", "latest");
        for (int version = 1; version <= 5; version++) {
            registry.clock().advance(Duration.ofMinutes(1));
            digests.add(registry.seed().image("samples/app", "v" + version));
        }
    }

    @Test
    void listRepositories_printsEveryName(ContainerRegistryClient client) {
        ListRepositories.print(client, printed.stream());

        assertThat(printed.lines()).containsExactly("library/hello-world", "samples/app");
    }

    @Test
    void listRepositoriesAsync_printsEveryName(ContainerRegistryAsyncClient client) {
        ListRepositories.printAsync(client, printed.stream()).block(LIMIT);

        assertThat(printed.lines()).containsExactly("library/hello-world", "samples/app");
    }

    @Test
    void tagCount_repositoryThere_isPrinted(ContainerRegistryClient client) {
        ListRepositories.printTagCount(client, printed.stream());

        assertThat(printed.lines()).containsExactly("1");
    }

    @Test
    void tagCount_repositoryMissing_isSaid(ContainerRegistryClient client) {
        client.deleteRepository("library/hello-world");

        ListRepositories.printTagCount(client, printed.stream());

        assertThat(printed.lines()).containsExactly("There is no repository library/hello-world");
    }

    @Test
    void listAliases_anonymous_printsThem(ContainerRegistryClientBuilder builder) {
        ListAliases.print(builder.credential(null).buildClient(), printed.stream());

        assertThat(printed.lines()).hasSize(2).last().isEqualTo("    library/hello-world:latest");
    }

    @Test
    void listAliasesAsync_anonymous_printsThem(ContainerRegistryClientBuilder builder) {
        ListAliases.printAsync(builder.credential(null).buildAsyncClient(), printed.stream())
                .block(LIMIT);

        assertThat(printed.lines()).containsExactly("    library/hello-world:latest");
    }

    @Test
    void listTags_asksForTheNewestFirst(ContainerRegistryClient client, RegistryEmulator registry) {
        ListTags.print(client);

        assertThat(registry.requests().matching("GET", "/acr/v1/samples/app/_tags.*"))
                .last()
                .satisfies(request -> assertThat(request.target()).contains("orderby=timedesc"))
                .returns(200, RecordedRequest::status);
    }

    @Test
    void lockTag_refusesItsDeletion(ContainerRegistryClient client) {
        LockTag.lock(client);

        assertThatThrownBy(() -> client.getArtifact("samples/app", "v1").deleteTag("v1"))
                .isInstanceOf(HttpResponseException.class)
                .hasMessageContaining("locked");
    }

    @Test
    void lockTagAsync_isLocked(ContainerRegistryAsyncClient client) {
        assertThat(LockTag.lockAsync(client).block(LIMIT))
                .returns(false, ArtifactTagProperties::isWriteEnabled)
                .returns(false, ArtifactTagProperties::isDeleteEnabled);
    }

    @Test
    void deleteImages_theNewestThreeAreLeft(ContainerRegistryClient client) {
        DeleteImages.delete(client, printed.stream());

        assertThat(client.getRepository("samples/app").listManifestProperties())
                .extracting(ArtifactManifestProperties::getDigest)
                .containsExactlyInAnyOrderElementsOf(digests.subList(2, 5));
        assertThat(printed.lines()).hasSize(2).first().asString().contains(digests.get(1), "[v2]");
    }

    @Test
    void deleteImagesAsync_theNewestThreeAreLeft(ContainerRegistryAsyncClient client) {
        DeleteImages.deleteAsync(client).block(LIMIT);

        assertThat(client.getRepository("samples/app")
                        .listManifestProperties()
                        .map(ArtifactManifestProperties::getDigest)
                        .collectList()
                        .block(LIMIT))
                .containsExactlyInAnyOrderElementsOf(digests.subList(2, 5));
    }
}
