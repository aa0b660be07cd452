// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ResourceNotFoundException;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import io.longshore.replay.client.Scenario.Recorded;
import java.util.List;
import java.util.SortedMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Tokens, repositories, tags and manifest properties. */
final class MetadataScenarios {
    private static final String HELLO_WORLD = "library/hello-world";
    private static final String ALPINE = "library/alpine";
    private static final String ROCKET = "sha256:40ffdd374169792a66d0e33f81c319471d120044e15b238d53428ae175933835";

    private MetadataScenarios() {}

    static List<Scenario> all() {
        return List.of(
                Scenario.of("01-auth-challenge-exchange-token", Scenario.all(MetadataScenarios::tag)),
                Scenario.of("02-anonymous-token-insufficient-scope", Scenario.anonymous(MetadataScenarios::refused)),
                Scenario.of("03-anonymous-catalog", Scenario.anonymous(MetadataScenarios::catalog)),
                Scenario.of("04-catalog-paging", Scenario.all(MetadataScenarios::catalogPages)),
                Scenario.of("05-repository-get-patch", Scenario.all(MetadataScenarios::repositoryLocks)),
                Scenario.of(
                        "06-repository-unknown",
                        Scenario.part(0, 1, MetadataScenarios::unknownRepository),
                        Scenario.part(1, 2, (library, recorded) -> library.deleteRepository("unknowntag"))),
                Scenario.of(
                        "07-repository-delete",
                        Scenario.part(0, 1, (library, recorded) -> library.deleteRepository("library/hello-seattle")),
                        Scenario.part(1, 3, (library, recorded) -> library.deleteRepository("oci-artifact"))),
                Scenario.of("08-tag-patch", Scenario.all(MetadataScenarios::tagLock)),
                Scenario.of(
                        "09-tag-delete-and-unknown",
                        Scenario.part(0, 2, MetadataScenarios::tagDeletedTwice),
                        Scenario.part(2, 3, MetadataScenarios::unknownTag)),
                Scenario.of("10-tags-list-orderby-digest-paging", Scenario.all(MetadataScenarios::filteredTags)),
                Scenario.of("11-tags-list-unencoded-path", Scenario.all(MetadataScenarios::tagsFromTheMiddle)),
                Scenario.of("12-manifests-list-orderby-paging", Scenario.all(MetadataScenarios::oldestManifests)),
                Scenario.of("13-manifests-list-default-order", Scenario.anonymous(MetadataScenarios::manifests)),
                Scenario.of("14-manifests-list-timedesc", Scenario.all(MetadataScenarios::newestManifests)),
                Scenario.of("15-manifest-properties-multiarch", Scenario.all(MetadataScenarios::index)),
                Scenario.of("16-manifest-properties-patch", Scenario.all(MetadataScenarios::manifestLock)),
                Scenario.of("17-manifest-properties-single", Scenario.all(MetadataScenarios::manifest)),
                Scenario.of("22-unroutable-reference", Scenario.all(MetadataScenarios::unroutable)));
    }

    private static void tag(Library library, Recorded recorded) {
        assertThat(Facts.of(library.artifact("oci-artifact", "v1").tag("v1")))
                .isEqualTo(Facts.recorded(recorded.answer(3)));
    }

    private static void refused(Library library, Recorded recorded) {
        assertThatThrownBy(() -> library.deleteRepository(HELLO_WORLD))
                .isInstanceOfSatisfying(
                        ClientAuthenticationException.class,
                        e -> assertThat(e.getResponse().getStatusCode())
                                .isEqualTo(recorded.answer(2).status()))
                .hasMessageContaining("UNAUTHORIZED")
                .hasMessageContaining("authentication required, visit https://aka.ms/acr/authorization")
                .hasMessageContaining("lacks the right");
    }

    private static void catalog(Library library, Recorded recorded) {
        assertThat(library.repositories(Paging.FIRST_PAGE)).containsExactly(Facts.recordedNames(recorded.answer(2)));
    }

    private static void catalogPages(Library library, Recorded recorded) {
        // Three are asked for: there are only two, as the last one has no link.
        assertThat(library.repositories(Paging.of(2, 3)))
                .containsExactly(Facts.recordedNames(recorded.answer(3)), Facts.recordedNames(recorded.answer(4)));
    }

    private static void repositoryLocks(Library library, Recorded recorded) {
        assertThat(Facts.of(library.repository(HELLO_WORLD))).isEqualTo(Facts.recorded(recorded.answer(0)));
        assertThat(Facts.of(library.update(HELLO_WORLD, flags(false)))).isEqualTo(Facts.recorded(recorded.answer(2)));
        assertThat(Facts.of(library.repository(HELLO_WORLD))).isEqualTo(Facts.recorded(recorded.answer(3)));
        assertThat(Facts.of(library.update(HELLO_WORLD, flags(true)))).isEqualTo(Facts.recorded(recorded.answer(4)));
    }

    private static ContainerRepositoryProperties flags(boolean enabled) {
        return new ContainerRepositoryProperties()
                .setDeleteEnabled(enabled)
                .setWriteEnabled(enabled)
                .setListEnabled(enabled)
                .setReadEnabled(enabled);
    }

    private static void unknownRepository(Library library, Recorded recorded) {
        assertNotFound(
                () -> library.repository("unknowntag"), "NAME_UNKNOWN", "repository \"unknowntag\" is not found");
    }

    private static void tagLock(Library library, Recorded recorded) {
        Library.Artifact artifact = library.artifact(ALPINE, "v2");
        assertThat(Facts.of(artifact.update("v2", new ArtifactTagProperties().setDeleteEnabled(false))))
                .isEqualTo(Facts.recorded(recorded.answer(0)));
        assertThat(Facts.of(artifact.update("v2", new ArtifactTagProperties().setDeleteEnabled(true))))
                .isEqualTo(Facts.recorded(recorded.answer(1)));
    }

    /** The second time there is nothing left to delete, which counts as done. */
    private static void tagDeletedTwice(Library library, Recorded recorded) {
        library.artifact(ALPINE, "v3").deleteTag("v3");
        library.artifact(ALPINE, "v3").deleteTag("v3");
    }

    private static void unknownTag(Library library, Recorded recorded) {
        assertNotFound(
                () -> library.artifact(HELLO_WORLD, "latest").tag("unknowntag"),
                "TAG_UNKNOWN",
                "the specified tag does not exist");
    }

    private static void filteredTags(Library library, Recorded recorded) {
        String digest =
                (String) Facts.recordedList(recorded.answer(0), "tags").get(0).get("digest");
        assertThat(library.artifact(HELLO_WORLD, digest)
                        .tags(ArtifactTagOrder.LAST_UPDATED_ON_ASCENDING, Paging.of(2, 4)))
                .map(MetadataScenarios::tagFacts)
                .containsExactly(
                        Facts.recordedList(recorded.answer(0), "tags"),
                        Facts.recordedList(recorded.answer(1), "tags"),
                        Facts.recordedList(recorded.answer(2), "tags"));
    }

    private static void tagsFromTheMiddle(Library library, Recorded recorded) {
        Paging kept = Paging.from(recorded.request(0).target());
        assertThat(library.tags(HELLO_WORLD, ArtifactTagOrder.NONE, kept))
                .map(MetadataScenarios::tagFacts)
                .containsExactly(Facts.recordedList(recorded.answer(0), "tags"));
    }

    private static void oldestManifests(Library library, Recorded recorded) {
        assertManifests(library, recorded, ArtifactManifestOrder.LAST_UPDATED_ON_ASCENDING, Paging.of(2, 3));
    }

    private static void manifests(Library library, Recorded recorded) {
        assertManifests(library, recorded, ArtifactManifestOrder.NONE, Paging.of(2, 2));
    }

    private static void newestManifests(Library library, Recorded recorded) {
        assertThat(library.manifests("library/node", ArtifactManifestOrder.LAST_UPDATED_ON_DESCENDING, Paging.of(0, 2)))
                .map(MetadataScenarios::manifestFacts)
                .containsExactly(Facts.recordedList(recorded.answer(0), "manifests"));
    }

    private static void assertManifests(
            Library library, Recorded recorded, ArtifactManifestOrder order, Paging paging) {
        assertThat(library.manifests(HELLO_WORLD, order, paging))
                .map(MetadataScenarios::manifestFacts)
                .isEqualTo(recorded.exchanges().stream()
                        .map(exchange -> Facts.recordedList(exchange.answered(), "manifests"))
                        .toList());
    }

    private static void index(Library library, Recorded recorded) {
        assertThat(Facts.of(library.artifact(HELLO_WORLD, "latest").properties()))
                .isEqualTo(Facts.recorded(recorded.answer(1)))
                .hasEntrySatisfying(
                        "references", list -> assertThat((List<?>) list).hasSize(22));
    }

    private static void manifestLock(Library library, Recorded recorded) {
        SortedMap<String, Object> facts = Facts.recorded(recorded.answer(0));
        String digest = (String) facts.get("digest");
        assertThat(Facts.of(library.artifact(ALPINE, digest)
                        .update(new ArtifactManifestProperties().setDeleteEnabled(false))))
                .isEqualTo(facts);
    }

    private static void manifest(Library library, Recorded recorded) {
        assertThat(Facts.of(library.artifact("oci-artifact", ROCKET).properties()))
                .isEqualTo(Facts.recorded(recorded.answer(1)));
    }

    private static void unroutable(Library library, Recorded recorded) {
        assertNotFound(
                () -> library.artifact(HELLO_WORLD, "unknown:digest").properties(),
                "404 page not found",
                "a digest reads sha256:");
    }

    static void assertNotFound(ThrowingCallable call, String... texts) {
        assertThatThrownBy(call)
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContainingAll(texts)
                .extracting(e -> ((HttpResponseException) e).getResponse().getStatusCode())
                .isEqualTo(404);
    }

    private static List<SortedMap<String, Object>> tagFacts(List<ArtifactTagProperties> tags) {
        return tags.stream().map(Facts::of).toList();
    }

    private static List<SortedMap<String, Object>> manifestFacts(List<ArtifactManifestProperties> manifests) {
        return manifests.stream().map(Facts::of).toList();
    }
}
