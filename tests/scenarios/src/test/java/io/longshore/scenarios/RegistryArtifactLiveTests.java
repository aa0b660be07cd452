// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ResourceNotFoundException;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.junit.InRepository;
import io.longshore.junit.WithRegistry;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.models.ArtifactArchitecture;
import io.longshore.registry.models.ArtifactManifestPlatform;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactOperatingSystem;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.scenarios.api.Artifact;
import io.longshore.scenarios.api.Caller;
import io.longshore.scenarios.api.EachCaller;
import io.longshore.scenarios.api.EachWay;
import io.longshore.scenarios.api.Registry;
import io.longshore.scenarios.api.Way;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;

@WithRegistry(anonymousPull = true)
class RegistryArtifactLiveTests {
    @BeforeEach
    void seed(RegistryEmulator registry, @InRepository(Seeds.HELLO) ContainerRegistryContentClient hello) {
        Seeds.libraries(registry, hello);
    }

    @EachWay
    @DisplayName("CanGetManifestListProperties")
    void canGetManifestListProperties_index_hasItsChildren(Way way, ContainerRegistryClientBuilder builder) {
        ArtifactManifestProperties properties =
                way.registry(builder).artifact(Seeds.HELLO, "v1").properties();

        assertThat(properties.getRepositoryName()).isEqualTo(Seeds.HELLO);
        assertThat(properties.getTags()).contains("v1");
        assertThat(properties.getRelatedArtifacts())
                .hasSizeGreaterThanOrEqualTo(9)
                .anyMatch(child -> is(child, ArtifactArchitecture.ARM64, ArtifactOperatingSystem.LINUX))
                .anyMatch(child -> is(child, ArtifactArchitecture.AMD64, ArtifactOperatingSystem.WINDOWS));
    }

    @EachWay
    @DisplayName("CanGetManifestProperties")
    void canGetManifestProperties_child_hasItsPlatform(Way way, ContainerRegistryClientBuilder builder) {
        Registry registry = way.registry(builder);
        ArtifactManifestPlatform arm64 =
                registry.artifact(Seeds.HELLO, "v1").properties().getRelatedArtifacts().stream()
                        .filter(child -> is(child, ArtifactArchitecture.ARM64, ArtifactOperatingSystem.LINUX))
                        .findFirst()
                        .orElseThrow();

        ArtifactManifestProperties properties =
                registry.artifact(Seeds.HELLO, arm64.getDigest()).properties();

        assertThat(properties.getRepositoryName()).isEqualTo(Seeds.HELLO);
        assertThat(properties.getDigest()).isEqualTo(arm64.getDigest());
        assertThat(properties.getArchitecture()).isEqualTo(ArtifactArchitecture.ARM64);
        assertThat(properties.getOperatingSystem()).isEqualTo(ArtifactOperatingSystem.LINUX);
    }

    @EachWay
    @DisplayName("CanSetManifestProperties")
    void canSetManifestProperties_allOff_staysSoUntilRestored(Way way, ContainerRegistryClientBuilder builder) {
        Artifact artifact = way.registry(builder).artifact(Seeds.HELLO, "latest");
        ArtifactManifestProperties before = artifact.properties();

        assertFlags(artifact.update(manifestFlags(false)), false);
        assertFlags(artifact.properties(), false);

        assertFlags(artifact.update(before), true);
    }

    @EachWay
    @DisplayName("CanSetManifestProperties_Anonymous")
    void canSetManifestPropertiesAnonymous_throws(Way way, ContainerRegistryClientBuilder builder) {
        Artifact artifact = way.registry(builder.credential(null)).artifact(Seeds.HELLO, "latest");

        assertThatExceptionOfType(HttpResponseException.class)
                .isThrownBy(() -> artifact.update(manifestFlags(false)))
                .satisfies(e -> assertThat(e.getResponse().getStatusCode()).isEqualTo(401));
        assertFlags(artifact.properties(), true);
    }

    @EachWay
    @DisplayName("CanDeleteRegistryArtifact")
    void canDeleteRegistryArtifact_byTag_manifestIsGone(
            Way way, RegistryEmulator registry, ContainerRegistryClientBuilder builder) {
        String digest = registry.seed().image(Seeds.NODE, "test-delete-image");
        Registry client = way.registry(builder);
        Artifact artifact = client.artifact(Seeds.NODE, "test-delete-image");

        assertThat(artifact.delete()).isEqualTo(202);

        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(artifact::properties);
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> client.artifact(Seeds.NODE, digest).properties());
    }

    @EachCaller
    @DisplayName("CanGetTags")
    void canGetTags_list_holdsV1(Caller caller, ContainerRegistryClientBuilder builder) {
        assertThat(latest(caller, builder).tags(ArtifactTagOrder.NONE))
                .extracting(ArtifactTagProperties::getName)
                .containsExactly("latest", "v1", "v2", "v3", "v4");
    }

    @EachCaller
    @DisplayName("CanGetTagsWithCustomPageSize")
    void canGetTagsWithCustomPageSize_two_severalPages(Caller caller, ContainerRegistryClientBuilder builder) {
        List<List<String>> pages = latest(caller, builder).tagPages(null, 2);

        assertThat(pages)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(page -> assertThat(page).hasSizeLessThanOrEqualTo(2));
    }

    @EachCaller
    @DisplayName("CanGetTagsStartingMidCollection")
    void canGetTagsStartingMidCollection_afterV1_startsAtV2(Caller caller, ContainerRegistryClientBuilder builder) {
        List<List<String>> pages =
                latest(caller, builder).tagPages("</acr/v1/" + Seeds.HELLO + "/_tags?last=v1&n=1>", 1);

        assertThat(pages).containsExactly(List.of("v2"), List.of("v3"), List.of("v4"));
    }

    @EachWay
    @DisplayName("CanGetTagProperties")
    void canGetTagProperties_tag_hasNameAndRepository(Way way, ContainerRegistryClientBuilder builder) {
        ArtifactTagProperties properties =
                way.registry(builder).artifact(Seeds.HELLO, "latest").tag("latest");

        assertThat(properties.getName()).isEqualTo("latest");
        assertThat(properties.getRepositoryName()).isEqualTo(Seeds.HELLO);
    }

    @EachCaller
    @DisplayName("CanGetTagsOrdered")
    void canGetTagsOrdered_ascending_oldestFirst(Caller caller, ContainerRegistryClientBuilder builder) {
        assertThat(latest(caller, builder).tags(ArtifactTagOrder.LAST_UPDATED_ON_ASCENDING))
                .extracting(ArtifactTagProperties::getName)
                .containsSubsequence("v1", "v2");
        assertThat(latest(caller, builder).tags(ArtifactTagOrder.LAST_UPDATED_ON_DESCENDING))
                .extracting(ArtifactTagProperties::getName)
                .containsSubsequence("v2", "v1");
    }

    @EachWay
    @DisplayName("CanSetTagProperties")
    void canSetTagProperties_allOff_staysSoUntilRestored(Way way, ContainerRegistryClientBuilder builder) {
        Artifact artifact = way.registry(builder).artifact(Seeds.HELLO, "latest");
        ArtifactTagProperties before = artifact.tag("latest");

        assertFlags(artifact.updateTag("latest", tagFlags(false)), false);
        assertFlags(artifact.tag("latest"), false);

        assertFlags(artifact.updateTag("latest", before), true);
    }

    @EachWay
    @DisplayName("CanSetTagProperties_Anonymous")
    void canSetTagPropertiesAnonymous_throws(Way way, ContainerRegistryClientBuilder builder) {
        Artifact artifact = way.registry(builder.credential(null)).artifact(Seeds.HELLO, "latest");

        assertThatExceptionOfType(HttpResponseException.class)
                .isThrownBy(() -> artifact.updateTag("latest", tagFlags(false)))
                .satisfies(e -> assertThat(e.getResponse().getStatusCode()).isEqualTo(401));
        assertFlags(artifact.tag("latest"), true);
    }

    @EachWay
    @DisplayName("CanDeleteTag")
    void canDeleteTag_readAfterwards_throws(Way way, ContainerRegistryClientBuilder builder) {
        Artifact artifact = way.registry(builder).artifact(Seeds.HELLO, "latest");

        assertThat(artifact.deleteTag("v4")).isEqualTo(202);

        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> artifact.tag("v4"));
        assertThat(artifact.properties().getTags()).contains("latest", "v3").doesNotContain("v4");
    }

    private static Artifact latest(Caller caller, ContainerRegistryClientBuilder builder) {
        return caller.registry(builder).artifact(Seeds.HELLO, "latest");
    }

    private static boolean is(
            ArtifactManifestPlatform child, ArtifactArchitecture architecture, ArtifactOperatingSystem system) {
        return architecture.equals(child.getArchitecture()) && system.equals(child.getOperatingSystem());
    }

    private static ArtifactManifestProperties manifestFlags(boolean on) {
        return new ArtifactManifestProperties()
                .setDeleteEnabled(on)
                .setWriteEnabled(on)
                .setListEnabled(on)
                .setReadEnabled(on);
    }

    private static ArtifactTagProperties tagFlags(boolean on) {
        return new ArtifactTagProperties()
                .setDeleteEnabled(on)
                .setWriteEnabled(on)
                .setListEnabled(on)
                .setReadEnabled(on);
    }

    private static void assertFlags(ArtifactManifestProperties properties, boolean on) {
        assertThat(List.of(
                        properties.isDeleteEnabled(),
                        properties.isWriteEnabled(),
                        properties.isListEnabled(),
                        properties.isReadEnabled()))
                .containsOnly(on);
    }

    private static void assertFlags(ArtifactTagProperties properties, boolean on) {
        assertThat(List.of(
                        properties.isDeleteEnabled(),
                        properties.isWriteEnabled(),
                        properties.isListEnabled(),
                        properties.isReadEnabled()))
                .containsOnly(on);
    }
}
