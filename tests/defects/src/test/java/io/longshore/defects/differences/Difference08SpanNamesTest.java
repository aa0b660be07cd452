// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.differences;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.ClientOptions;
import io.longshore.defects.mark.Deliberate;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.defects.registry.NotedSpans;
import io.longshore.emulator.RegistryEmulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@Deliberate(8)
class Difference08SpanNamesTest {
    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    private final String digest = registry.seed().blob(Clients.REPOSITORY, Content.random(10));

    @Test
    @OfficialFails("[\"ContainerRegistryContentAsyncClient.downloadBlob\"]")
    void async_spanOfADownload_isNamedAfterTheMethod() {
        NotedSpans.Listener spans = new NotedSpans.Listener();
        var client = Clients.of(registry)
                .content()
                .clientOptions(new ClientOptions().setTracingOptions(spans))
                .buildAsyncClient();

        Content.read(client.downloadStream(digest).block());

        assertThat(spans.ended()).containsExactly("ContainerRegistryContentAsyncClient.downloadStream");
    }
}
