// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.defects.registry.Received;
import io.longshore.defects.registry.Reply;
import io.longshore.defects.registry.ScriptedRegistry;
import io.longshore.defects.registry.Stored;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import org.junit.jupiter.api.Test;

@Defect(
        id = "9",
        what =
                "No download of a blob of zero bytes, from a registry that ignores ranges, or in shorter pieces than asked for")
class Defect09DownloadsOfOtherSizesTest {
    private final byte[] content = Content.random(3000);

    @Test
    @OfficialFails("Status code 416")
    void sync_zeroBytes_areDownloaded() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(Stored.blob(new byte[0]))) {
            assertThat(sync(Clients.of(registry), Content.sha256(new byte[0]))).isEmpty();
        }
    }

    @Test
    @OfficialFails("Status code 416")
    void async_zeroBytes_areDownloaded() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(Stored.blob(new byte[0]))) {
            assertThat(async(Clients.of(registry), Content.sha256(new byte[0]))).isEmpty();
        }
    }

    @Test
    @OfficialFails("Status code 200")
    void sync_registryIgnoresRanges_isDownloaded() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(this::whole)) {
            assertThat(sync(Clients.of(registry), Content.sha256(content))).isEqualTo(content);
        }
    }

    @Test
    @OfficialFails("Status code 200")
    void async_registryIgnoresRanges_isDownloaded() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(this::whole)) {
            assertThat(async(Clients.of(registry), Content.sha256(content))).isEqualTo(content);
        }
    }

    @Test
    @OfficialFails("The digest in the response does not match")
    void sync_shorterPiecesThanAskedFor_arePutTogether() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(Stored.blob(content, 1000))) {
            assertThat(sync(Clients.of(registry), Content.sha256(content))).isEqualTo(content);
        }
    }

    @Test
    @OfficialFails("The digest in the response does not match")
    void async_shorterPiecesThanAskedFor_arePutTogether() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(Stored.blob(content, 1000))) {
            assertThat(async(Clients.of(registry), Content.sha256(content))).isEqualTo(content);
        }
    }

    private Reply whole(Received request) {
        return Reply.status(200).body(content);
    }

    private static byte[] sync(Clients clients, String digest) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        clients.content().buildClient().downloadStream(digest, Channels.newChannel(written));
        return written.toByteArray();
    }

    private static byte[] async(Clients clients, String digest) {
        return Content.read(
                clients.content().buildAsyncClient().downloadStream(digest).block());
    }
}
