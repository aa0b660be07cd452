// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The emulator's time: every time stamp it writes and every token lifetime comes from here. A test moves it instead of
 * sleeping. Thread-safe.
 */
public final class EmulatorClock extends Clock {
    private final Clock source;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    private EmulatorClock(Clock source) {
        this.source = source;
    }

    /**
     * Runs with the system's clock.
     *
     * @return a clock that runs
     */
    public static EmulatorClock system() {
        return new EmulatorClock(Clock.systemUTC());
    }

    /**
     * Stands at this instant and moves only when told to.
     *
     * @param instant the instant
     * @return a clock that stands
     */
    public static EmulatorClock fixed(Instant instant) {
        return new EmulatorClock(Clock.fixed(instant, ZoneOffset.UTC));
    }

    /**
     * Moves on by this much; a negative duration moves back.
     *
     * @param duration the duration
     */
    public void advance(Duration duration) {
        offset.updateAndGet(current -> current.plus(duration));
    }

    /**
     * Moves to this instant.
     *
     * @param instant the instant
     */
    public void set(Instant instant) {
        Objects.requireNonNull(instant, "instant");
        offset.set(Duration.between(source.instant(), instant));
    }

    @Override
    public Instant instant() {
        return source.instant().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /**
     * Only UTC is known here, as the service knows only UTC.
     *
     * @param zone the zone; UTC
     * @return this clock
     */
    @Override
    public Clock withZone(ZoneId zone) {
        if (!zone.normalized().equals(ZoneOffset.UTC)) {
            throw new UnsupportedOperationException("the emulator's clock is always in UTC");
        }
        return this;
    }
}
