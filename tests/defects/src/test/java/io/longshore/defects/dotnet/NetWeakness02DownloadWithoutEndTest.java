// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.dotnet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialPasses;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.defects.registry.ScriptedRegistry;
import io.longshore.defects.registry.Stored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(id = "N2", what = "A download whose connection ends early never ends")
class NetWeakness02DownloadWithoutEndTest {
    private static final String REASON = "a broken answer ends its download with a failure";

    private final byte[] content = Content.random(50_000);

    @AutoClose
    private final ScriptedRegistry registry = ScriptedRegistry.answering(
            request -> Stored.blob(content).apply(request).cutAfter(0));

    @Test
    @OfficialPasses(REASON)
    void sync_everyAnswerEndsEarly_failsInTheEnd() {
        var client = Clients.of(registry).content().buildClient();
        WritableByteChannel channel = Channels.newChannel(new ByteArrayOutputStream());

        assertThatThrownBy(() -> client.downloadStream(Content.sha256(content), channel))
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    @OfficialPasses(REASON)
    void async_everyAnswerEndsEarly_failsInTheEnd() {
        var download = Clients.of(registry).content().buildAsyncClient().downloadStream(Content.sha256(content));

        assertThatThrownBy(() -> Content.read(download.block())).hasRootCauseInstanceOf(IOException.class);
    }
}
