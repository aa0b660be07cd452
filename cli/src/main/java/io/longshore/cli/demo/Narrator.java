// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo;

import io.longshore.cli.view.Durations;
import io.longshore.cli.view.Paragraph;
import io.longshore.cli.view.Table;
import io.longshore.cli.view.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Tells what happens: numbered titles, and below them one line for each call with its time. Breaks lines only where the
 * registry is quoted. Of one thread, but for {@link #silence()}.
 */
public final class Narrator {
    private static final int WIDTH = 79;
    private static final String INDENT = "    ";

    private final PrintWriter out;
    private final Terminal terminal;
    private final ReentrantLock speaking = new ReentrantLock();
    private int titles;

    /** Tells it here, in the colours of the terminal. */
    public Narrator(PrintWriter out, Terminal terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Something to be timed. */
    public interface Call<T> {
        /** Does it. */
        T make() throws IOException;
    }

    /** Says what all this is. */
    public void opening(String name, String text) {
        print(terminal.bold(name) + ": " + text);
    }

    /** Says what comes next. */
    public void title(String title) {
        titles++;
        blank();
        print(String.format("%2d  ", titles) + terminal.bold(title));
    }

    /** Makes a call, says in one line what came of it and how long it took, and hands it on. */
    public <T> T timed(Call<T> call, Function<? super T, String> line) throws IOException {
        long start = System.nanoTime();
        T result = call.make();
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        String text = line.apply(result);
        print(INDENT + text + time(text, duration));
        return result;
    }

    /** Says that everything went well, and how long it took. */
    public void done(String text, Duration duration) {
        blank();
        print(INDENT + terminal.green(text) + time(text, duration));
    }

    /** Says something. */
    public void say(String text) {
        print(INDENT + text);
    }

    /** Shows a table, a little further in. */
    public void show(Table table) {
        List<String> lines = table.lines();
        print(INDENT + "  " + terminal.dim(lines.get(0)));
        lines.stream().skip(1).forEach(line -> print(INDENT + "  " + line));
    }

    /** Shows what the registry said. */
    public void quote(String text) {
        Paragraph.wrapped(text, WIDTH - INDENT.length() - 2)
                .forEach(line -> print(INDENT + terminal.yellow("| ") + terminal.yellow(line)));
    }

    /** Says that what was started before did not come to an end. */
    public void failed() {
        print(INDENT + terminal.red("FAILED"));
    }

    /** From now on, whoever wants to tell something waits for the end of the process. */
    public void silence() {
        speaking.lock();
    }

    private void blank() {
        print("");
    }

    /** At the end of the line. */
    private String time(String text, Duration duration) {
        String time = Durations.shown(duration);
        int gap = WIDTH - INDENT.length() - text.length() - time.length();
        return " ".repeat(Math.max(1, gap)) + terminal.dim(time);
    }

    private void print(String line) {
        speaking.lock();
        try {
            out.println(line);
            out.flush();
        } finally {
            speaking.unlock();
        }
    }
}
