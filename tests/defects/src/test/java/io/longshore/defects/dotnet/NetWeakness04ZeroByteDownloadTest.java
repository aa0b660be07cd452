// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.defects.registry.ScriptedRegistry;
import io.longshore.defects.registry.Stored;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(id = "N4", what = "A blob of zero bytes cannot be downloaded")
class NetWeakness04ZeroByteDownloadTest {
    @AutoClose
    private final ScriptedRegistry registry = ScriptedRegistry.answering(Stored.blob(new byte[0]));

    private final String digest = Content.sha256(new byte[0]);

    @Test
    @OfficialFails("Status code 416")
    void sync_zeroBytes_areDownloaded() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Clients.of(registry).content().buildClient().downloadStream(digest, Channels.newChannel(written));

        assertThat(written.size()).isZero();
    }

    @Test
    @OfficialFails("Status code 416")
    void async_zeroBytes_areDownloaded() {
        BinaryData data = Clients.of(registry)
                .content()
                .buildAsyncClient()
                .downloadStream(digest)
                .block();

        assertThat(Content.read(data)).isEmpty();
    }
}
