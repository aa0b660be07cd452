// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.house.source.Module;
import io.longshore.house.source.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Compares the public API with {@code docs/api}. When a change is meant: {@code mvn -pl tests/house -am test
 * -Dapi.update=true}, and commit the new listing.
 */
class PublicApiTest {
    @SuppressWarnings("UnusedVariable") // Read by name, as the source of parameters.
    private static final List<Module> LIBRARIES = List.of(Module.CLIENT, Module.EMULATOR, Module.JUNIT);

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void publicApi_ofEachLibrary_isAsRecorded(Module module) throws Exception {
        Path golden = Project.root().resolve("docs/api/" + module.folder() + ".txt");
        String listing = ApiListing.of(module);
        assertThat(listing).as("exported types of %s", module.folder()).isNotEmpty();
        if (Boolean.getBoolean("api.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, listing);
        }
        List<String> recorded = Files.exists(golden) ? Files.readAllLines(golden) : List.of();
        List<String> actual = listing.lines().toList();
        assertThat(Differences.between(recorded, actual))
                .as(
                        "public API of %s against %s (mend the change, or run: mvn -pl tests/house -am test"
                                + " -Dapi.update=true)",
                        module.folder(), golden)
                .isEmpty();
    }
}
