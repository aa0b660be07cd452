// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ResourceExistsException;
import com.azure.core.exception.ResourceNotFoundException;
import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.defects.registry.Reply;
import io.longshore.defects.registry.ScriptedRegistry;
import io.longshore.emulator.RegistryEmulator;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import org.junit.jupiter.api.Test;

@Defect(id = "11", what = "A failure's exception depends on the operation and on the error body")
class Defect11InconsistentExceptionsTest {
    private final String digest = Content.sha256(Content.random(5));

    @Test
    @OfficialFails("to be an instance of:\n  com.azure.core.exception.ResourceNotFoundException")
    void sync_missingBlob_isNotFound() {
        try (RegistryEmulator registry = RegistryEmulator.start()) {
            var client = Clients.of(registry).content().buildClient();
            WritableByteChannel channel = Channels.newChannel(new ByteArrayOutputStream());

            assertThatThrownBy(() -> client.downloadStream(digest, channel))
                    .isInstanceOf(ResourceNotFoundException.class);
        }
    }

    @Test
    @OfficialFails("to be an instance of:\n  com.azure.core.exception.ResourceNotFoundException")
    void async_missingBlob_isNotFound() {
        try (RegistryEmulator registry = RegistryEmulator.start()) {
            var download = Clients.of(registry).content().buildAsyncClient().downloadStream(digest);

            assertThatThrownBy(() -> Content.read(download.block())).isInstanceOf(ResourceNotFoundException.class);
        }
    }

    @Test
    @OfficialFails("to be an instance of:\n  com.azure.core.exception.ResourceExistsException")
    void sync_deletingABlobConflicts_isAConflict() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(request -> Reply.error(409, "CONFLICT"))) {
            var client = Clients.of(registry).content().buildClient();

            assertThatThrownBy(() -> client.deleteBlob(digest)).isInstanceOf(ResourceExistsException.class);
        }
    }

    @Test
    @OfficialFails("to be an instance of:\n  com.azure.core.exception.ResourceExistsException")
    void async_deletingABlobConflicts_isAConflict() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(request -> Reply.error(409, "CONFLICT"))) {
            var deletion = Clients.of(registry).content().buildAsyncClient().deleteBlob(digest);

            assertThatThrownBy(deletion::block).isInstanceOf(ResourceExistsException.class);
        }
    }

    @Test
    @OfficialFails("AcrErrorsException")
    void sync_errorWithoutABody_hasAnExceptionOfThePublicApi() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(request -> Reply.status(503))) {
            var client = Clients.of(registry).content().buildClient();

            assertThatThrownBy(() -> client.getManifest("v1")).isExactlyInstanceOf(HttpResponseException.class);
        }
    }

    @Test
    @OfficialFails("AcrErrorsException")
    void async_errorWithoutABody_hasAnExceptionOfThePublicApi() {
        try (ScriptedRegistry registry = ScriptedRegistry.answering(request -> Reply.status(503))) {
            var reading = Clients.of(registry).content().buildAsyncClient().getManifest("v1");

            assertThatThrownBy(reading::block).isExactlyInstanceOf(HttpResponseException.class);
        }
    }
}
