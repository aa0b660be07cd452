// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A channel of the caller's, who closes it. */
public record ChannelSink(WritableByteChannel channel) implements Sink {

    /** A channel may take less than it is given. */
    @Override
    public void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the downloaded content could not be written: " + e.getMessage(), e);
        }
    }
}
