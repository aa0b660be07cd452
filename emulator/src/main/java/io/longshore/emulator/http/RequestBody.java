// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The body of a request: counts what is read, asks a waiting caller to go on, and cuts where it is told to. */
final class RequestBody extends InputStream {
    private final InputStream source;
    private final Exchange exchange;
    private final Optional<Continue> invitation;
    private final long cutAfter;
    private boolean started;
    private long read;

    /** Tells the caller to send its body. */
    @FunctionalInterface
    interface Continue {
        void send() throws IOException;
    }

    RequestBody(InputStream source, Exchange exchange, Optional<Continue> invitation, Disturbance disturbance) {
        this.source = source;
        this.exchange = exchange;
        this.invitation = invitation;
        this.cutAfter = disturbance instanceof Disturbance.CutRequest cut ? cut.bytes() : Long.MAX_VALUE;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        start();
        if (read >= cutAfter) {
            throw new CutException("cut after " + read + " bytes of the request");
        }
        int count = source.read(buffer, offset, (int) Math.min(length, cutAfter - read));
        if (count > 0) {
            read += count;
            exchange.countRequestBytes(count);
        }
        return count;
    }

    /** Whether the caller still waits for the word to send it. */
    boolean isAwaited() {
        return invitation.isPresent() && !started;
    }

    private void start() throws IOException {
        if (!started) {
            started = true;
            if (invitation.isPresent()) {
                invitation.get().send();
            }
        }
    }
}
