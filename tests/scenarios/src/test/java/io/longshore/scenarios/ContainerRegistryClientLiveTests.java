// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.exception.HttpResponseException;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.junit.InRepository;
import io.longshore.junit.WithRegistry;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.scenarios.api.Caller;
import io.longshore.scenarios.api.EachCaller;
import io.longshore.scenarios.api.EachWay;
import io.longshore.scenarios.api.Registry;
import io.longshore.scenarios.api.Way;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;

@WithRegistry(anonymousPull = true)
class ContainerRegistryClientLiveTests {
    @BeforeEach
    void seed(RegistryEmulator registry, @InRepository(Seeds.HELLO) ContainerRegistryContentClient hello) {
        Seeds.libraries(registry, hello);
    }

    @EachCaller
    @DisplayName("CanGetRepositories")
    void canGetRepositories_list_holdsHelloWorld(Caller caller, ContainerRegistryClientBuilder builder) {
        assertThat(caller.registry(builder).repositoryNames()).contains(Seeds.HELLO);
    }

    @EachCaller
    @DisplayName("CanGetRepositoriesWithCustomPageSize")
    void canGetRepositoriesWithCustomPageSize_two_severalPages(Caller caller, ContainerRegistryClientBuilder builder) {
        List<List<String>> pages = caller.registry(builder).repositoryPages(null, 2);

        assertThat(pages)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(page -> assertThat(page).hasSizeLessThanOrEqualTo(2));
    }

    @EachCaller
    @DisplayName("CanStartPagingMidCollection")
    void canStartPagingMidCollection_afterAlpine_startsAtBusybox(
            Caller caller, ContainerRegistryClientBuilder builder) {
        List<List<String>> pages =
                caller.registry(builder).repositoryPages("</acr/v1/_catalog?last=library/alpine&n=1>", 1);

        assertThat(pages)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(page -> assertThat(page).hasSizeLessThanOrEqualTo(1));
        assertThat(pages.get(0)).containsExactly("library/busybox");
    }

    @EachWay
    @DisplayName("CanDeleteRepository")
    void canDeleteRepository_deleted_isNotListed(
            Way way, RegistryEmulator registry, ContainerRegistryClientBuilder builder) {
        registry.seed().image(Seeds.NODE, "latest");
        Registry client = way.registry(builder);
        assertThat(client.repositoryNames()).contains(Seeds.NODE);

        assertThat(client.deleteRepository(Seeds.NODE)).isEqualTo(202);

        assertThat(client.repositoryNames()).contains(Seeds.HELLO).doesNotContain(Seeds.NODE);
    }

    @EachWay
    @DisplayName("CanDeleteRepository_Anonymous")
    void canDeleteRepositoryAnonymous_throws(Way way, ContainerRegistryClientBuilder builder) {
        Registry client = way.registry(builder.credential(null));

        assertThatExceptionOfType(HttpResponseException.class)
                .isThrownBy(() -> client.deleteRepository(Seeds.HELLO))
                .satisfies(e -> assertThat(e.getResponse().getStatusCode()).isEqualTo(401));
        assertThat(client.repositoryNames()).contains(Seeds.HELLO);
    }
}
