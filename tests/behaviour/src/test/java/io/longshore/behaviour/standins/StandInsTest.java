// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour.standins;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.rest.PagedFlux;
import com.azure.core.http.rest.PagedIterable;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.http.rest.PagedResponseBase;
import com.azure.core.http.rest.Response;
import com.azure.core.http.rest.SimpleResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryContentAsyncClient;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.ContainerRepository;
import io.longshore.registry.ContainerRepositoryAsync;
import io.longshore.registry.RegistryArtifact;
import io.longshore.registry.RegistryArtifactAsync;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.ManifestMediaType;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What a program's own tests put in the place of a registry: written by hand, without a mocking library. */
class StandInsTest {
    private static final HttpRequest NONE = new HttpRequest(HttpMethod.GET, "https://stand-in.example");

    @Test
    void client_standIn_givesWhatTheTestSays() {
        ContainerRegistryClient registry = new ContainerRegistryClient() {
            @Override
            public PagedIterable<String> listRepositoryNames() {
                return new PagedIterable<>(() -> page("samples/app", "samples/base"));
            }

            @Override
            public ContainerRepository getRepository(@Nullable String repositoryName) {
                return repository(repositoryName);
            }

            @Override
            public RegistryArtifact getArtifact(@Nullable String repositoryName, @Nullable String tagOrDigest) {
                return artifact(repositoryName, tagOrDigest);
            }
        };

        assertThat(registry.listRepositoryNames()).containsExactly("samples/app", "samples/base");
        assertThat(registry.getRepository("samples/app").getProperties().getTagCount())
                .isEqualTo(3);
        assertThat(registry.getArtifact("samples/app", "v1")
                        .getManifestProperties()
                        .getTags())
                .containsExactly("v1");
    }

    @Test
    void client_standInOfTheLongForm_servesTheShortOneToo() {
        ContainerRegistryClient registry = new ContainerRegistryClient() {
            @Override
            public Response<Void> deleteRepositoryWithResponse(@Nullable String name, @Nullable Context context) {
                throw new IllegalStateException("deleted " + name);
            }
        };

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> registry.deleteRepository("samples/app")))
                .hasMessage("deleted samples/app");
    }

    @Test
    void asyncClient_standIn_givesWhatTheTestSays() {
        ContainerRegistryAsyncClient registry = new ContainerRegistryAsyncClient() {
            @Override
            public PagedFlux<String> listRepositoryNames() {
                return new PagedFlux<>(() -> Mono.just(page("samples/app", "samples/base")));
            }

            @Override
            public ContainerRepositoryAsync getRepository(@Nullable String repositoryName) {
                return new ContainerRepositoryAsync() {
                    @Override
                    public Mono<ContainerRepositoryProperties> getProperties() {
                        return Mono.just(properties(repositoryName));
                    }
                };
            }

            @Override
            public RegistryArtifactAsync getArtifact(@Nullable String repositoryName, @Nullable String tagOrDigest) {
                return new RegistryArtifactAsync() {
                    @Override
                    public Mono<Response<ArtifactTagProperties>> getTagPropertiesWithResponse(@Nullable String tag) {
                        return Mono.just(new SimpleResponse<>(
                                NONE,
                                200,
                                new HttpHeaders(),
                                ArtifactTagProperties.builder().name(tag).build()));
                    }
                };
            }
        };

        assertThat(registry.listRepositoryNames().collectList().block()).containsExactly("samples/app", "samples/base");
        assertThat(registry.getRepository("samples/app").getProperties().block().getName())
                .isEqualTo("samples/app");
        assertThat(registry.getArtifact("samples/app", "v1")
                        .getTagProperties("v2")
                        .block()
                        .getName())
                .isEqualTo("v2");
    }

    @Test
    void contentClient_standIn_givesWhatTheTestSays() {
        ContainerRegistryContentClient content = new ContainerRegistryContentClient() {
            @Override
            public String getRepositoryName() {
                return "samples/app";
            }

            @Override
            public UploadRegistryBlobResult uploadBlob(@Nullable BinaryData content) {
                return UploadRegistryBlobResult.builder()
                        .digest("sha256:1")
                        .sizeInBytes(5)
                        .build();
            }

            @Override
            public GetManifestResult getManifest(@Nullable String tagOrDigest) {
                return manifest(tagOrDigest);
            }
        };

        assertThat(content.getRepositoryName()).isEqualTo("samples/app");
        assertThat(content.uploadBlob(BinaryData.fromString("hello")).getSizeInBytes())
                .isEqualTo(5);
        assertThat(content.getManifest("sha256:2").getDigest()).isEqualTo("sha256:2");
    }

    @Test
    void contentAsyncClient_standIn_givesWhatTheTestSays() {
        ContainerRegistryContentAsyncClient content = new ContainerRegistryContentAsyncClient() {
            @Override
            public Mono<GetManifestResult> getManifest(@Nullable String tagOrDigest) {
                return Mono.just(manifest(tagOrDigest));
            }

            @Override
            public Mono<BinaryData> downloadStream(@Nullable String digest) {
                return Mono.just(BinaryData.fromString("hello"));
            }
        };

        assertThat(content.getManifest("sha256:2").block().getDigest()).isEqualTo("sha256:2");
        assertThat(content.downloadStream("sha256:1").block()).hasToString("hello");
    }

    private static ContainerRepository repository(@Nullable String name) {
        return new ContainerRepository() {
            @Override
            public ContainerRepositoryProperties getProperties() {
                return properties(name);
            }
        };
    }

    private static RegistryArtifact artifact(@Nullable String repository, @Nullable String reference) {
        return new RegistryArtifact() {
            @Override
            public ArtifactManifestProperties getManifestProperties() {
                return ArtifactManifestProperties.builder()
                        .repositoryName(repository)
                        .tags(List.of(String.valueOf(reference)))
                        .build();
            }
        };
    }

    private static ContainerRepositoryProperties properties(@Nullable String name) {
        return ContainerRepositoryProperties.builder().name(name).tagCount(3).build();
    }

    private static GetManifestResult manifest(@Nullable String digest) {
        return GetManifestResult.builder()
                .digest(String.valueOf(digest))
                .manifest(BinaryData.fromString("{}"))
                .manifestMediaType(ManifestMediaType.OCI_IMAGE_MANIFEST)
                .build();
    }

    private static PagedResponse<String> page(String... names) {
        return new PagedResponseBase<>(NONE, 200, new HttpHeaders(), List.of(names), null, null);
    }
}
