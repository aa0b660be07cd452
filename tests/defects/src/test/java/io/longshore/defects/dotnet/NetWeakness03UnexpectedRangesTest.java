// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.dotnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.mark.OfficialPasses;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.defects.registry.Received;
import io.longshore.defects.registry.Reply;
import io.longshore.defects.registry.ScriptedRegistry;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@Defect(id = "N3", what = "A piece larger than asked for, or the whole instead of a piece, is not understood")
class NetWeakness03UnexpectedRangesTest {
    private final byte[] content = Content.random(50_000);
    private final AtomicInteger answers = new AtomicInteger();

    @Test
    @OfficialFails("Connection prematurely closed")
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
    @OfficialFails("Connection prematurely closed")
    void async_wholeInsteadOfTheRest_isContinued() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(this::wholeCutOnce)) {
            var download = Clients.of(registry).content().buildAsyncClient().downloadStream(Content.sha256(content));

            assertThat(Content.read(download.block())).isEqualTo(content);
        }
    }

    @Test
    @OfficialPasses("a broken answer ends its download with a failure")
    void sync_anotherPartInsteadOfTheRest_failsAndGivesNothingTwice() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(this::alwaysTheBeginning)) {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            var client = Clients.of(registry).content().buildClient();

            assertThatThrownBy(() -> client.downloadStream(Content.sha256(content), Channels.newChannel(written)))
                    .isInstanceOf(RuntimeException.class);
            assertThat(written.toByteArray()).isEqualTo(Arrays.copyOf(content, written.size()));
        }
    }

    @Test
    @OfficialPasses("a broken answer ends its download with a failure")
    void async_anotherPartInsteadOfTheRest_fails() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(this::alwaysTheBeginning)) {
            var download = Clients.of(registry).content().buildAsyncClient().downloadStream(Content.sha256(content));

            assertThatThrownBy(() -> Content.read(download.block())).isInstanceOf(RuntimeException.class);
        }
    }

    private Reply alwaysTheBeginning(Received request) {
        return answers.getAndIncrement() == 0
                ? Reply.status(200).body(content).cutAfter(20_000)
                : Reply.status(206).with("Content-Range", "bytes 0-29999/50000").body(Arrays.copyOf(content, 30_000));
    }

    private Reply wholeCutOnce(Received request) {
        Reply whole = Reply.status(200).body(content);
        return answers.getAndIncrement() == 0 ? whole.cutAfter(20_000) : whole;
    }
}
