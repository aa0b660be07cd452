// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.registry.RegistryArtifact;
import io.longshore.registry.RegistryArtifactAsync;
import io.longshore.registry.models.ArtifactArchitecture;
import io.longshore.registry.models.ArtifactManifestPlatform;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactOperatingSystem;
import io.longshore.scenarios.api.EachWay;
import io.longshore.scenarios.api.Way;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import reactor.core.publisher.Mono;

/** Values are made by builders, and handed out by stand-ins for the clients. */
class ContainerRegistryModelFactoryTests {
    private static final OffsetDateTime CREATED = OffsetDateTime.parse("2026-01-13T17:34:15Z");

    @EachWay
    @DisplayName("CanMockArtifactManifestProperties")
    void canMockArtifactManifestProperties_everyProperty_isTheOneSet(Way way) {
        ArtifactManifestProperties made = ArtifactManifestProperties.builder()
                .registryLoginServer("registry.example")
                .repositoryName(Seeds.HELLO)
                .digest("sha256:1")
                .sizeInBytes(42L)
                .createdOn(CREATED)
                .lastUpdatedOn(CREATED.plusDays(1))
                .architecture(ArtifactArchitecture.AMD64)
                .operatingSystem(ArtifactOperatingSystem.LINUX)
                .relatedArtifacts(List.of(platform()))
                .tags(List.of("latest"))
                .deleteEnabled(true)
                .writeEnabled(false)
                .listEnabled(true)
                .readEnabled(false)
                .build();

        ArtifactManifestProperties properties = through(way, made);

        assertThat(properties.getRegistryLoginServer()).isEqualTo("registry.example");
        assertThat(properties.getRepositoryName()).isEqualTo(Seeds.HELLO);
        assertThat(properties.getDigest()).isEqualTo("sha256:1");
        assertThat(properties.getSizeInBytes()).isEqualTo(42);
        assertThat(properties.getCreatedOn()).isEqualTo(CREATED);
        assertThat(properties.getLastUpdatedOn()).isEqualTo(CREATED.plusDays(1));
        assertThat(properties.getArchitecture()).isEqualTo(ArtifactArchitecture.AMD64);
        assertThat(properties.getOperatingSystem()).isEqualTo(ArtifactOperatingSystem.LINUX);
        assertThat(properties.getRelatedArtifacts()).hasSize(1);
        assertThat(properties.getTags()).containsExactly("latest");
        assertThat(properties.isDeleteEnabled()).isTrue();
        assertThat(properties.isWriteEnabled()).isFalse();
        assertThat(properties.isListEnabled()).isTrue();
        assertThat(properties.isReadEnabled()).isFalse();
    }

    @EachWay
    @DisplayName("CanMockArtifactManifestReference")
    void canMockArtifactManifestReference_everyProperty_isTheOneSet(Way way) {
        ArtifactManifestProperties index = ArtifactManifestProperties.builder()
                .relatedArtifacts(List.of(platform()))
                .build();

        assertThat(through(way, index).getRelatedArtifacts()).singleElement().satisfies(child -> {
            assertThat(child.getDigest()).isEqualTo("sha256:2");
            assertThat(child.getArchitecture()).isEqualTo(ArtifactArchitecture.ARM64);
            assertThat(child.getOperatingSystem()).isEqualTo(ArtifactOperatingSystem.WINDOWS);
        });
    }

    private static ArtifactManifestPlatform platform() {
        return ArtifactManifestPlatform.builder()
                .digest("sha256:2")
                .architecture(ArtifactArchitecture.ARM64)
                .operatingSystem(ArtifactOperatingSystem.WINDOWS)
                .build();
    }

    private static ArtifactManifestProperties through(Way way, ArtifactManifestProperties made) {
        return way == Way.SYNC
                ? new Artifact(made).getManifestProperties()
                : new ArtifactAsync(made).getManifestProperties().block();
    }

    private static final class Artifact extends RegistryArtifact {
        private final ArtifactManifestProperties properties;

        Artifact(ArtifactManifestProperties properties) {
            this.properties = properties;
        }

        @Override
        public ArtifactManifestProperties getManifestProperties() {
            return properties;
        }
    }

    private static final class ArtifactAsync extends RegistryArtifactAsync {
        private final ArtifactManifestProperties properties;

        ArtifactAsync(ArtifactManifestProperties properties) {
            this.properties = properties;
        }

        @Override
        public Mono<ArtifactManifestProperties> getManifestProperties() {
            return Mono.just(properties);
        }
    }
}
