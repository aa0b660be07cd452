// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Says in one line what failed; where in the program, only if asked. Without colours: the standard error may be a file
 * when the output is a terminal.
 */
final class FailurePrinter implements IExecutionExceptionHandler {
    private final RootCommand root;

    FailurePrinter(RootCommand root) {
        this.root = root;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println("longshore: " + FailureMessage.of(failure));
        if (root.isDebug()) {
            failure.printStackTrace(err);
        }
        return command.getExitCodeExceptionMapper().getExitCode(failure);
    }
}
