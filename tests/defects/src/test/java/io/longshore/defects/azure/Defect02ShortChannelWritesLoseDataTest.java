// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.emulator.RegistryEmulator;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Channels are a matter of the sync client alone. */
@Defect(id = "2", what = "A channel that takes less than it is offered loses data, without a failure")
class Defect02ShortChannelWritesLoseDataTest {
    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    @Test
    @OfficialFails("Expected size: 6000 but was: 1000")
    void sync_channelTakesAThousandBytesAtATime_allAreWritten() {
        byte[] content = Content.random(6000);
        String digest = registry.seed().blob(Clients.REPOSITORY, content);
        ShortChannel channel = new ShortChannel();

        Clients.of(registry).content().buildClient().downloadStream(digest, channel);

        assertThat(channel.written.toByteArray()).hasSize(6000).isEqualTo(content);
    }

    private static final class ShortChannel implements WritableByteChannel {
        final ByteArrayOutputStream written = new ByteArrayOutputStream();

        @Override
        public int write(ByteBuffer offered) {
            byte[] taken = new byte[Math.min(offered.remaining(), 1000)];
            offered.get(taken);
            written.writeBytes(taken);
            return taken.length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            written.reset();
        }
    }
}
