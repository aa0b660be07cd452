// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Ctrl-C during the demonstration: nothing more is told, and nothing stays behind. */
final class Interruption {
    private final Thread atEnd;

    private Interruption(Thread atEnd) {
        this.atEnd = atEnd;
    }

    static Interruption expected(Narrator narrator, DemoRegistry registry, WorkFolder work) {
        Thread atEnd = new Thread(
                () -> {
                    narrator.silence();
                    registry.close();
                    remove(work);
                },
                "longshore-end");
        Runtime.getRuntime().addShutdownHook(atEnd);
        return new Interruption(atEnd);
    }

    void isOver() {
        Runtime.getRuntime().removeShutdownHook(atEnd);
    }

    private static void remove(WorkFolder work) {
        try {
            work.close();
        } catch (IOException e) {
            throw new UncheckedIOException(work.path() + " could not be removed", e);
        }
    }
}
