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
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import io.longshore.scenarios.api.Caller;
import io.longshore.scenarios.api.EachCaller;
import io.longshore.scenarios.api.EachWay;
import io.longshore.scenarios.api.Repository;
import io.longshore.scenarios.api.Way;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;

@WithRegistry(anonymousPull = true)
class ContainerRepositoryLiveTests {
    @BeforeEach
    void seed(RegistryEmulator registry, @InRepository(Seeds.HELLO) ContainerRegistryContentClient hello) {
        Seeds.libraries(registry, hello);
    }

    @EachWay
    @DisplayName("CanGetRepositoryProperties")
    void canGetRepositoryProperties_name_isTheOneAskedFor(Way way, ContainerRegistryClientBuilder builder) {
        ContainerRepositoryProperties properties = hello(way, builder).properties();

        assertThat(properties.getName()).isEqualTo(Seeds.HELLO);
        assertThat(properties.getTagCount()).isEqualTo(5);
    }

    @EachWay
    @DisplayName("CanSetRepositoryProperties")
    void canSetRepositoryProperties_allOff_staysSoUntilRestored(Way way, ContainerRegistryClientBuilder builder) {
        Repository repository = hello(way, builder);
        ContainerRepositoryProperties before = repository.properties();

        assertFlags(repository.update(flags(false)), false);
        assertFlags(repository.properties(), false);

        assertFlags(repository.update(before), true);
    }

    @EachWay
    @DisplayName("CanSetRepositoryProperties_Anonymous")
    void canSetRepositoryPropertiesAnonymous_throws(Way way, ContainerRegistryClientBuilder builder) {
        Repository repository = hello(way, builder.credential(null));

        assertThatExceptionOfType(HttpResponseException.class)
                .isThrownBy(() -> repository.update(flags(false)))
                .satisfies(e -> assertThat(e.getResponse().getStatusCode()).isEqualTo(401));
        assertFlags(repository.properties(), true);
    }

    @EachWay
    @DisplayName("CanDeleteRepository")
    void canDeleteRepository_readAfterwards_throws(
            Way way, RegistryEmulator registry, ContainerRegistryClientBuilder builder) {
        registry.seed().image(Seeds.NODE, "latest");
        Repository repository = way.registry(builder).repository(Seeds.NODE);
        assertThat(repository.properties().getName()).isEqualTo(Seeds.NODE);

        assertThat(repository.delete()).isEqualTo(202);

        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(repository::properties);
    }

    @EachCaller
    @DisplayName("CanGetManifests")
    void canGetManifests_list_holdsLatest(Caller caller, ContainerRegistryClientBuilder builder) {
        List<ArtifactManifestProperties> manifests = hello(caller, builder).manifests(ArtifactManifestOrder.NONE);

        assertThat(manifests)
                .filteredOn(manifest -> manifest.getTags().contains("latest"))
                .singleElement()
                .satisfies(latest -> assertThat(latest.getRepositoryName()).isEqualTo(Seeds.HELLO));
    }

    @EachCaller
    @DisplayName("CanGetManifestsWithCustomPageSize")
    void canGetManifestsWithCustomPageSize_two_severalPages(Caller caller, ContainerRegistryClientBuilder builder) {
        List<List<String>> pages = hello(caller, builder).manifestPages(null, 2);

        assertThat(pages)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(page -> assertThat(page).hasSizeLessThanOrEqualTo(2));
    }

    @EachCaller
    @DisplayName("CanGetArtifactsStartingMidCollection")
    void canGetArtifactsStartingMidCollection_afterTheFirst_startsAtTheSecond(
            Caller caller, ContainerRegistryClientBuilder builder) {
        Repository repository = hello(caller, builder);
        List<ArtifactManifestProperties> all = repository.manifests(ArtifactManifestOrder.NONE);

        List<List<String>> pages = repository.manifestPages(
                "</acr/v1/" + Seeds.HELLO + "/_manifests?last=" + all.get(0).getDigest() + "&n=1>", 1);

        assertThat(pages)
                .hasSize(all.size() - 1)
                .allSatisfy(page -> assertThat(page).hasSizeLessThanOrEqualTo(1));
        assertThat(pages.get(0)).containsExactly(all.get(1).getDigest());
    }

    @EachWay
    @DisplayName("CanGetManifestsOrdered")
    void canGetManifestsOrdered_ascending_oldestFirst(
            Way way, RegistryEmulator registry, ContainerRegistryClientBuilder builder) {
        Seeds.twoVersions(registry, Seeds.NODE);
        Repository repository = way.registry(builder).repository(Seeds.NODE);

        assertThat(repository.manifests(ArtifactManifestOrder.LAST_UPDATED_ON_ASCENDING))
                .extracting(ArtifactManifestProperties::getTags)
                .containsExactly(List.of("v1"), List.of("v2"));
        assertThat(repository.manifests(ArtifactManifestOrder.LAST_UPDATED_ON_DESCENDING))
                .extracting(ArtifactManifestProperties::getTags)
                .containsExactly(List.of("v2"), List.of("v1"));
    }

    private static Repository hello(Way way, ContainerRegistryClientBuilder builder) {
        return way.registry(builder).repository(Seeds.HELLO);
    }

    private static Repository hello(Caller caller, ContainerRegistryClientBuilder builder) {
        return caller.registry(builder).repository(Seeds.HELLO);
    }

    private static ContainerRepositoryProperties flags(boolean on) {
        return new ContainerRepositoryProperties()
                .setDeleteEnabled(on)
                .setWriteEnabled(on)
                .setListEnabled(on)
                .setReadEnabled(on);
    }

    private static void assertFlags(ContainerRepositoryProperties properties, boolean on) {
        assertThat(List.of(
                        properties.isDeleteEnabled(),
                        properties.isWriteEnabled(),
                        properties.isListEnabled(),
                        properties.isReadEnabled()))
                .containsOnly(on);
    }
}
