// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.http.HttpClient;
import com.azure.core.util.BinaryData;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentAsyncClient;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import io.longshore.registry.ContainerRepository;
import io.longshore.registry.ContainerRepositoryAsync;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@WithRegistry
class InjectionTest {
    @BeforeEach
    void seed(RegistryEmulator registry) {
        registry.seed().image("team/app", "v1");
    }

    @Test
    void client_injected_seesWhatWasSeeded(ContainerRegistryClient client) {
        assertThat(client.listRepositoryNames()).containsExactly("team/app");
    }

    @Test
    void asyncClient_injected_seesWhatWasSeeded(ContainerRegistryAsyncClient client) {
        assertThat(client.listRepositoryNames().collectList().block()).containsExactly("team/app");
    }

    @Test
    void repository_injected_isTheNamedOne(@InRepository("team/app") ContainerRepository repository) {
        assertThat(repository.getProperties().getTagCount()).isEqualTo(1);
    }

    @Test
    void asyncRepository_injected_isTheNamedOne(@InRepository("team/app") ContainerRepositoryAsync repository) {
        assertThat(repository.getProperties().block().getTagCount()).isEqualTo(1);
    }

    @Test
    void contentClients_injected_shareTheRegistry(
            @InRepository("blobs") ContainerRegistryContentClient content,
            @InRepository("blobs") ContainerRegistryContentAsyncClient async) {
        String digest = content.uploadBlob(BinaryData.fromString("hello")).getDigest();

        assertThat(async.downloadStream(digest).block().toString()).isEqualTo("hello");
    }

    @Test
    void contentClientBuilder_injected_isReady(
            @InRepository("team/app") ContainerRegistryContentClientBuilder builder) {
        assertThat(builder.buildClient().getManifest("v1").getDigest()).startsWith("sha256:");
    }

    @Test
    void builder_withoutCredential_isAnonymous(ContainerRegistryClientBuilder builder) {
        ContainerRegistryClient anonymous = builder.credential(null).buildClient();

        assertThatThrownBy(() -> anonymous.listRepositoryNames().stream().count())
                .isInstanceOf(ClientAuthenticationException.class);
    }

    @Test
    void httpClientAndCredential_injected_serveOwnBuilders(
            RegistryEmulator registry, HttpClient http, TokenCredential credential) {
        ContainerRegistryClient own = new ContainerRegistryClientBuilder()
                .endpoint(registry.endpoint())
                .httpClient(http)
                .credential(credential)
                .buildClient();

        assertThat(own.listRepositoryNames()).containsExactly("team/app");
    }

    @Nested
    class Inside {
        @Test
        void nestedClass_withoutAnnotation_usesTheOuterOne(ContainerRegistryClient client) {
            assertThat(client.listRepositoryNames()).containsExactly("team/app");
        }
    }
}
