// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.ServiceResponseException;
import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.defects.registry.Reply;
import io.longshore.defects.registry.ScriptedRegistry;
import io.longshore.defects.registry.Stored;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@Defect(
        id = "5",
        what = "Content is not checked against any digest but sha256, and good content is refused by one in upper case")
class Defect05OtherDigestsNotValidatedTest {
    private static final String NOTHING_THROWN = "Expecting code to raise a throwable";

    private final byte[] other = Content.random(100);
    private final String asked = Content.sha512(Content.random(101));

    @Test
    @OfficialFails(NOTHING_THROWN)
    void sync_blobOfAnotherSha512_fails() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(Stored.blob(other))) {
            var client = Clients.of(registry).content().buildClient();
            WritableByteChannel channel = Channels.newChannel(new ByteArrayOutputStream());

            assertThatThrownBy(() -> client.downloadStream(asked, channel))
                    .isInstanceOf(ServiceResponseException.class);
        }
    }

    @Test
    @OfficialFails(NOTHING_THROWN)
    void async_blobOfAnotherSha512_fails() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(Stored.blob(other))) {
            var download = Clients.of(registry).content().buildAsyncClient().downloadStream(asked);

            assertThatThrownBy(() -> Content.read(download.block())).isInstanceOf(ServiceResponseException.class);
        }
    }

    @Test
    @OfficialFails(NOTHING_THROWN)
    void sync_manifestOfAnotherSha512_fails() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(request -> manifest())) {
            var client = Clients.of(registry).content().buildClient();

            assertThatThrownBy(() -> client.getManifest(asked)).isInstanceOf(ServiceResponseException.class);
        }
    }

    @Test
    @OfficialFails(NOTHING_THROWN)
    void async_manifestOfAnotherSha512_fails() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(request -> manifest())) {
            var reading = Clients.of(registry).content().buildAsyncClient().getManifest(asked);

            assertThatThrownBy(reading::block).isInstanceOf(ServiceResponseException.class);
        }
    }

    @Test
    @OfficialFails("The digest in the response does not match")
    void sync_digestInUpperCase_isDownloaded() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(Stored.blob(other))) {
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            Clients.of(registry).content().buildClient().downloadStream(upperCase(), Channels.newChannel(written));

            assertThat(written.toByteArray()).isEqualTo(other);
        }
    }

    @Test
    @OfficialFails("The digest in the response does not match")
    void async_digestInUpperCase_isDownloaded() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(Stored.blob(other))) {
            var download = Clients.of(registry).content().buildAsyncClient().downloadStream(upperCase());

            assertThat(Content.read(download.block())).isEqualTo(other);
        }
    }

    private String upperCase() {
        return Content.sha256(other).toUpperCase(Locale.ROOT).replace("SHA256", "sha256");
    }

    private Reply manifest() {
        return Stored.manifest(other, Content.sha256(other));
    }
}
