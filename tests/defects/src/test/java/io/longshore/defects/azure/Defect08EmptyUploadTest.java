// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.mark.OfficialPasses;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.emulator.RegistryEmulator;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

@Defect(id = "8", what = "The async upload of a source without a single buffer fails")
class Defect08EmptyUploadTest {
    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    private final String empty = Content.sha256(new byte[0]);

    @Test
    @OfficialPasses("its sync client sends the closing request without content")
    void sync_emptyStream_isStored() {
        var result = Clients.of(registry).content().buildClient().uploadBlob(source());

        assertThat(result.getDigest()).isEqualTo(empty);
        assertThat(result.getSizeInBytes()).isZero();
    }

    @Test
    @OfficialFails("NoSuchElementException")
    void async_emptyPublisher_isStored() {
        var upload = Clients.of(registry).content().buildAsyncClient().uploadBlob(source());

        assertThat(upload.block())
                .isNotNull()
                .extracting(result -> result.getDigest())
                .isEqualTo(empty);
    }

    private static BinaryData source() {
        return BinaryData.fromFlux(Flux.<ByteBuffer>empty(), 0L, false).block();
    }
}
