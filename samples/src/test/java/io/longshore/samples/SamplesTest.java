// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.HttpResponseException;
import io.longshore.emulator.RecordedRequest;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.junit.WithRegistry;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.models.ArtifactTagProperties;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithRegistry
class SamplesTest {

    @BeforeEach
    void fill(RegistryEmulator registry) {
        for (int version = 1; version <= 5; version++) {
            registry.clock().advance(Duration.ofMinutes(1));
            registry.seed().image("samples/app", "v" + version);
        }
    }

    @Test
    void listTags_asksForTheNewestFirst(ContainerRegistryClient client, RegistryEmulator registry) {
        ListTags.print(client);

        assertThat(registry.requests().matching("GET", "/acr/v1/samples/app/_tags"))
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
    void keepNewest_threeAreLeft(ContainerRegistryClient client) {
        KeepNewest.cleanUp(client);

        assertThat(client.getRepository("samples/app").listTagProperties())
                .extracting(ArtifactTagProperties::getName)
                .containsExactly("v3", "v4", "v5");
    }
}
