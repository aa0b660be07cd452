// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.ours;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialLacks;
import io.longshore.defects.registry.Clients;
import io.longshore.emulator.RegistryEmulator;
import java.io.InputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(id = "N4", what = "A blob of zero bytes cannot be downloaded")
class NetWeakness04ZeroByteContentTest {
    private static final String LACKS = "it has no method that gives a blob's bytes or a stream of them";

    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    private final String digest = registry.seed().blob(Clients.REPOSITORY, new byte[0]);

    @Test
    @OfficialLacks(LACKS)
    void sync_zeroBytes_areGivenAsBytesAndAsStream() throws Exception {
        var client = Clients.of(registry).content().buildClient();

        assertThat(client.downloadBlobContent(digest).toBytes()).isEmpty();
        try (InputStream stream = client.openBlobStream(digest)) {
            assertThat(stream.readAllBytes()).isEmpty();
        }
    }

    @Test
    @OfficialLacks(LACKS)
    void async_zeroBytes_areGivenAsBytes() {
        var content = Clients.of(registry).content().buildAsyncClient().downloadBlobContent(digest);

        assertThat(content.block().toBytes()).isEmpty();
    }
}
