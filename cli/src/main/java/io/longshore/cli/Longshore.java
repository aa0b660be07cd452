// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli;

import io.longshore.cli.command.DemoCommand;
import io.longshore.cli.command.ServeCommand;
import io.longshore.cli.command.VersionCommand;
import io.longshore.cli.demo.DemoRegistry;
import io.longshore.cli.demo.EmulatedRegistry;
import io.longshore.cli.demo.image.Jars;
import io.longshore.cli.serve.AdminLogin;
import io.longshore.cli.view.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.TypeConversionException;

/**
 * The longshore command.
 *
 * @param terminal what can be shown
 * @param registry starts the registry of the demonstration
 * @param jars what its images are made of
 */
record Longshore(Terminal terminal, Supplier<? extends DemoRegistry> registry, Supplier<List<Path>> jars) {
    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] words) {
        Terminal terminal = Terminal.of(System.getProperties(), System.getenv());
        Longshore longshore =
                new Longshore(terminal, EmulatedRegistry::start, () -> Jars.of(System.getProperty("java.class.path")));
        System.exit(longshore.commandLine().execute(words));
    }

    /** All commands and what they have in common. */
    CommandLine commandLine() {
        RootCommand root = new RootCommand();
        return new CommandLine(root)
                .addSubcommand(new DemoCommand(registry, jars, terminal))
                .addSubcommand(new ServeCommand(terminal))
                .addSubcommand(new VersionCommand())
                .registerConverter(AdminLogin.class, Longshore::adminLogin)
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.hasColours() ? Ansi.ON : Ansi.OFF))
                .setExitCodeExceptionMapper(new ExitCodes())
                .setExecutionExceptionHandler(new FailurePrinter(root))
                .setParameterExceptionHandler(new UsagePrinter())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static AdminLogin adminLogin(String text) {
        try {
            return AdminLogin.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
