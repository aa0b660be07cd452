// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialPasses;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.emulator.RegistryEmulator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(
        id = "N6",
        what = "The upload of a stream that was read from before reports the stream's length instead of what was sent")
class NetWeakness06SizeOfPartlyReadStreamTest {
    private static final String REASON = "it counts what it sends";

    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    @Test
    @OfficialPasses(REASON)
    void sync_fourOfTenBytesRead_sixAreReported() {
        var result = Clients.of(registry).content().buildClient().uploadBlob(lastSix());

        assertThat(result.getSizeInBytes()).isEqualTo(6);
        assertThat(result.getDigest()).isEqualTo(Content.sha256("456789".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    @OfficialPasses(REASON)
    void async_fourOfTenBytesRead_sixAreReported() {
        var result = Clients.of(registry)
                .content()
                .buildAsyncClient()
                .uploadBlob(lastSix())
                .block();

        assertThat(result.getSizeInBytes()).isEqualTo(6);
        assertThat(result.getDigest()).isEqualTo(Content.sha256("456789".getBytes(StandardCharsets.US_ASCII)));
    }

    private static BinaryData lastSix() {
        ByteArrayInputStream digits = new ByteArrayInputStream("0123456789".getBytes(StandardCharsets.US_ASCII));
        assertThat(digits.skip(4)).isEqualTo(4);
        return BinaryData.fromStream(digits);
    }
}
