// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.ours;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialLacks;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.models.DigestAlgorithm;
import io.longshore.registry.models.UploadBlobOptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(id = "N9", what = "Digests other than sha256 are not known")
class NetWeakness09Sha512UploadTest {
    private static final String LACKS = "its uploads have no options";

    private final byte[] content = Content.random(1000);

    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    private final UploadBlobOptions options =
            new UploadBlobOptions(BinaryData.fromBytes(content)).setDigestAlgorithm(DigestAlgorithm.SHA512);

    @Test
    @OfficialLacks(LACKS)
    void sync_sha512_isUploadedAndDownloaded() {
        var client = Clients.of(registry).content().buildClient();

        var stored = client.uploadBlobWithResponse(options, Context.NONE).getValue();

        assertThat(stored.getDigest()).isEqualTo(Content.sha512(content));
        assertThat(client.downloadBlobContent(stored.getDigest()).toBytes()).isEqualTo(content);
    }

    @Test
    @OfficialLacks(LACKS)
    void async_sha512_isUploadedAndDownloaded() {
        var client = Clients.of(registry).content().buildAsyncClient();

        var stored = client.uploadBlobWithResponse(options).block().getValue();

        assertThat(stored.getDigest()).isEqualTo(Content.sha512(content));
        assertThat(client.downloadBlobContent(stored.getDigest()).block().toBytes())
                .isEqualTo(content);
    }
}
