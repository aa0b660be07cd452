// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.official.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each promise of the official library's public types is one of ours too, apart from the package. */
class OfficialApiTest {
    /** Deliberate difference 1: stand-ins for tests may extend these. No member is missing anywhere. */
    private static final Set<String> OPEN_CLASSES = Set.of(
            "ContainerRegistryAsyncClient: public final class io.longshore.registry.ContainerRegistryAsyncClient",
            "ContainerRegistryClient: public final class io.longshore.registry.ContainerRegistryClient",
            "ContainerRegistryContentAsyncClient: public final class io.longshore.registry.ContainerRegistryContentAsyncClient",
            "ContainerRegistryContentClient: public final class io.longshore.registry.ContainerRegistryContentClient",
            "ContainerRepository: public final class io.longshore.registry.ContainerRepository",
            "ContainerRepositoryAsync: public final class io.longshore.registry.ContainerRepositoryAsync",
            "RegistryArtifact: public final class io.longshore.registry.RegistryArtifact",
            "RegistryArtifactAsync: public final class io.longshore.registry.RegistryArtifactAsync");

    static Stream<Class<?>> types() {
        return OfficialTypes.all().stream();
    }

    @Test
    void jar_ofTheOfficialLibrary_isReadWhole() {
        assertThat(OfficialTypes.all()).hasSize(28);
        assertThat(types().mapToInt(type -> Promises.of(type).size()).sum()).isGreaterThan(380);
    }

    @ParameterizedTest
    @MethodSource("types")
    void type_ofTheOfficialLibrary_hasNoPromiseThatOursLacks(Class<?> official) throws Exception {
        Set<String> lacking = new TreeSet<>(Promises.of(official));
        lacking.removeAll(Promises.of(OfficialTypes.counterpart(official)));
        lacking.removeAll(OPEN_CLASSES);

        assertThat(lacking).isEmpty();
    }

    @Test
    void openClasses_areInTheGuide() throws Exception {
        assertThat(Files.readString(Path.of("../../docs/guide/differences.md")))
                .contains("1. **Clients, repositories and artifacts are no final classes.**");
    }

    @Test
    void openClasses_areTheOnlyOnesThatDiffer() throws Exception {
        Set<String> differing = new TreeSet<>();
        for (Class<?> official : OfficialTypes.all()) {
            Set<String> lacking = Promises.of(official);
            lacking.removeAll(Promises.of(OfficialTypes.counterpart(official)));
            differing.addAll(lacking);
        }

        assertThat(differing).containsExactlyInAnyOrderElementsOf(OPEN_CLASSES);
    }
}
