// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.BinaryData;
import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.mark.OfficialPasses;
import io.longshore.defects.registry.Clients;
import io.longshore.defects.registry.Content;
import io.longshore.emulator.RecordedRequest;
import io.longshore.emulator.RegistryEmulator;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

@Defect(id = "N7", what = "A source that gives little at a time is sent little at a time")
class NetWeakness07ShortReadsMakeShortChunksTest {
    private static final int BUFFERS = 200;

    @AutoClose
    private final RegistryEmulator registry = RegistryEmulator.start();

    private final byte[] content = Content.random(BUFFERS * 100);

    @Test
    @OfficialPasses("its sync client fills a chunk before it sends it")
    void sync_streamThatGivesAHundredBytesAtATime_isSentAtOnce() {
        Clients.of(registry).content().buildClient().uploadBlob(BinaryData.fromStream(new Trickle(content)));

        assertThat(sent()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    @OfficialFails("to be less than or equal to 2 but was 201")
    void async_publisherOfAHundredBytesAtATime_isSentAtOnce() {
        Flux<ByteBuffer> buffers = Flux.range(0, BUFFERS)
                .map(i -> ByteBuffer.wrap(content, i * 100, 100).slice());
        BinaryData data =
                BinaryData.fromFlux(buffers, (long) content.length, false).block();

        Clients.of(registry).content().buildAsyncClient().uploadBlob(data).block();

        assertThat(sent()).hasSizeLessThanOrEqualTo(2);
    }

    private List<RecordedRequest> sent() {
        return registry.requests().matching(request -> !request.method().equals("POST") && request.status() < 300);
    }

    /** A stream whose reads are short, as those of sockets are. */
    private static final class Trickle extends ByteArrayInputStream {
        Trickle(byte[] content) {
            super(content);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, 100));
        }
    }
}
