// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.defects.registry.Received;
import io.longshore.defects.registry.Reply;
import io.longshore.defects.registry.ScriptedRegistry;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@Defect(id = "N3", what = "A piece larger than asked for, or the whole instead of a piece, is not understood")
class NetWeakness03UnexpectedRangesTest {
    private final byte[] content = Content.random(50_000);
    private final AtomicInteger answers = new AtomicInteger();

    @Test
    @OfficialFails("Status code 200")
    void sync_wholeInsteadOfTheRest_isContinued() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(this::wholeCutOnce)) {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            Clients.of(registry)
                    .content()
                    .buildClient()
                    .downloadStream(Content.sha256(content), Channels.newChannel(written));

            assertThat(written.toByteArray()).isEqualTo(content);
        }
    }

    @Test
    @OfficialFails("Status code 200")
    void async_wholeInsteadOfTheRest_isContinued() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(this::wholeCutOnce)) {
            var download =
                    Clients.of(registry).content().buildAsyncClient().downloadStream(Content.sha256(content));

            assertThat(Content.read(download.block())).isEqualTo(content);
        }
    }

    private Reply wholeCutOnce(Received request) {
        Reply whole = Reply.status(200).body(content);
        return answers.getAndIncrement() == 0 ? whole.cutAfter(20_000) : whole;
    }
}
