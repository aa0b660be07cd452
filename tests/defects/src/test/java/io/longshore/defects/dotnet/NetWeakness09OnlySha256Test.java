// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.dotnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.ServiceResponseException;
import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.mark.OfficialPasses;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.defects.registry.ScriptedRegistry;
import io.longshore.defects.registry.Stored;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(id = "N9", what = "Digests other than sha256 are not known")
class NetWeakness09OnlySha256Test {
    private final byte[] content = Content.random(1000);

    @AutoClose
    private final ScriptedRegistry registry = ScriptedRegistry.answering(Stored.blob(content));

    @Test
    @OfficialPasses("it checks nothing but sha256, so it takes any content for this one")
    void sync_sha512_isDownloadedAndChecked() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Clients.of(registry)
                .content()
                .buildClient()
                .downloadStream(Content.sha512(content), Channels.newChannel(written));

        assertThat(written.toByteArray()).isEqualTo(content);
    }

    @Test
    @OfficialFails("Expecting code to raise a throwable")
    void async_otherSha512_fails() {
        var download =
                Clients.of(registry).content().buildAsyncClient().downloadStream(Content.sha512(Content.random(2)));

        assertThatThrownBy(() -> Content.read(download.block())).isInstanceOf(ServiceResponseException.class);
    }
}
