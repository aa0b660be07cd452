// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.ours;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialLacks;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.models.UploadBlobOptions;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(
        id = "N6",
        what = "The upload of a stream that was read from before reports the stream's length instead of what was sent")
class NetWeakness06SizeOfPartlyReadInputStreamTest {
    private static final String LACKS = "it takes no InputStream";

    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    @Test
    @OfficialLacks(LACKS)
    void sync_fourOfTenBytesRead_sixAreReported() {
        var result = Clients.of(registry).content().buildClient().uploadBlobFromStream(lastSix());

        assertThat(result.getSizeInBytes()).isEqualTo(6);
    }

    @Test
    @OfficialLacks(LACKS)
    void async_fourOfTenBytesRead_sixAreReported() {
        var upload = Clients.of(registry)
                .content()
                .buildAsyncClient()
                .uploadBlobWithResponse(new UploadBlobOptions(lastSix()));

        assertThat(upload.block().getValue().getSizeInBytes()).isEqualTo(6);
    }

    private static InputStream lastSix() {
        ByteArrayInputStream ten = new ByteArrayInputStream(Content.random(10));
        assertThat(ten.skip(4)).isEqualTo(4);
        return ten;
    }
}
