// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.mark.OfficialPasses;
import io.longshore.defects.registry.Clients;
import io.longshore.emulator.RegistryEmulator;
import java.io.SequenceInputStream;
import java.util.Collections;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(id = "N5", what = "The upload of an empty stream that cannot seek breaks")
class NetWeakness05EmptyStreamUploadTest {
    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    private final BinaryData nothing = BinaryData.fromStream(new SequenceInputStream(Collections.emptyEnumeration()));

    @Test
    @OfficialPasses("its sync client sends the closing request without content")
    void sync_emptyStream_isStored() {
        assertThat(Clients.of(registry)
                        .content()
                        .buildClient()
                        .uploadBlob(nothing)
                        .getSizeInBytes())
                .isZero();
    }

    @Test
    @OfficialFails("NoSuchElementException")
    void async_emptyStream_isStored() {
        assertThat(Clients.of(registry)
                        .content()
                        .buildAsyncClient()
                        .uploadBlob(nothing)
                        .block()
                        .getSizeInBytes())
                .isZero();
    }
}
