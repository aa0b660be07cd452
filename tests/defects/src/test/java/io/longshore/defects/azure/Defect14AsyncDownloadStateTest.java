// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import com.azure.core.util.ClientOptions;
import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.defects.registry.NotedSpans;
import io.longshore.emulator.RegistryEmulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Defect(
        id = "14",
        what =
                "The span of an async download ends before its first request, and reading again after a partial read is refused as a wrong digest")
class Defect14AsyncDownloadStateTest {
    private final byte[] content = Content.random(100_000);

    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    private final String digest = registry.seed().blob(Clients.REPOSITORY, content);

    @Test
    @OfficialFails("[\"ContainerRegistryContentAsyncClient.downloadBlob\"]")
    void async_spanOfADownload_lastsUntilTheContentIsRead() {
        NotedSpans.Listener spans = new NotedSpans.Listener();
        var client = Clients.of(registry)
                .content()
                .clientOptions(new ClientOptions().setTracingOptions(spans))
                .buildAsyncClient();

        BinaryData data = client.downloadStream(digest).block();
        assertThat(spans.ended()).isEmpty();

        Content.read(data);
        assertThat(spans.ended()).hasSize(1);
    }

    @Test
    @OfficialFails("The digest in the response does not match")
    void async_readAgainAfterAPartialRead_givesEverything() {
        BinaryData data = Clients.of(registry)
                .content()
                .buildAsyncClient()
                .downloadStream(digest)
                .block();

        data.toFluxByteBuffer().take(1).blockLast();

        assertThat(Content.read(data)).isEqualTo(content);
    }
}
