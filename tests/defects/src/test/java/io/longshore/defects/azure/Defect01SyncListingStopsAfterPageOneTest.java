// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.mark.OfficialPasses;
import io.longshore.defects.registry.Clients;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RegistryEmulator;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(id = "1", what = "The sync listing of repositories stops after the first page")
class Defect01SyncListingStopsAfterPageOneTest {
    @AutoClose
    private final RegistryEmulator registry =
            RegistryEmulator.start(EmulatorOptions.defaults().withMaximumPageSize(2));

    private final List<String> names = registry.seed().repositories("team/app", 5);

    @Test
    @OfficialFails("could not find the following element")
    void sync_threePages_allAreListed() {
        assertThat(Clients.of(registry).registry().buildClient().listRepositoryNames())
                .containsExactlyElementsOf(names);
    }

    @Test
    @OfficialPasses("its async client follows the Link header")
    void async_threePages_allAreListed() {
        assertThat(Clients.of(registry)
                        .registry()
                        .buildAsyncClient()
                        .listRepositoryNames()
                        .toIterable())
                .containsExactlyElementsOf(names);
    }
}
