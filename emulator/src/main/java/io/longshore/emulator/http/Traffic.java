// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * What a listener needs to know besides its port.
 *
 * @param responder answers the requests
 * @param disturbances says what goes wrong with a request of this method and target
 * @param journal is told of each exchange before its answer is sent
 * @param clock the time
 * @param logger hears of failures
 */
public record Traffic(
        Responder responder,
        BiFunction<String, String, Disturbance> disturbances,
        Consumer<Exchange> journal,
        Clock clock,
        Logger logger) {
    void log(String what, Throwable failure, boolean expected) {
        logger.log(expected ? Level.DEBUG : Level.WARNING, what, failure);
    }
}
