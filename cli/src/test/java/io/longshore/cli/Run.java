// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli;

import io.longshore.cli.demo.DemoRegistry;
import io.longshore.cli.demo.EmulatedRegistry;
import io.longshore.cli.view.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * A command that was run in this process.
 *
 * @param code its exit code
 * @param out what it wrote to the standard output
 * @param err what it wrote to the standard error
 */
record Run(int code, String out, String err) {
    static Run of(String... words) {
        return of(EmulatedRegistry::start, List.of(), words);
    }

    static Run of(Supplier<? extends DemoRegistry> registry, List<Path> jars, String... words) {
        return of(new Longshore(Terminal.plain(), registry, () -> jars), words);
    }

    static Run of(Longshore longshore, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = longshore.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int code = command.execute(words);
        return new Run(code, out.toString(), err.toString());
    }
}
