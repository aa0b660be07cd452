// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli;

import io.longshore.cli.view.Terminal;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line what failed; where in the program, only if asked. */
final class FailurePrinter implements IExecutionExceptionHandler {
    private final RootCommand root;
    private final Terminal terminal;

    FailurePrinter(RootCommand root, Terminal terminal) {
        this.root = root;
        this.terminal = terminal;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println(terminal.red("longshore:") + " " + FailureMessage.of(failure));
        if (root.isDebug()) {
            failure.printStackTrace(err);
        }
        return command.getExitCodeExceptionMapper().getExitCode(failure);
    }
}
