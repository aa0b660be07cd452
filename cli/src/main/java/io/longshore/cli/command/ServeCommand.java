// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.command;

import io.longshore.cli.lifetime.Lifetime;
import io.longshore.cli.serve.AdminLogin;
import io.longshore.cli.serve.ServedRegistry;
import io.longshore.cli.view.Terminal;
import io.longshore.emulator.EmulatorOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs a registry until it is told to end. */
@Command(
        name = "serve",
        description = {
            "Run a registry on this machine: an Azure Container Registry to try things with.",
            "",
            "It is reachable from this machine only. Prints its address and how to log in, then runs until Ctrl-C.",
            ""
        },
        footer = {
            "",
            "Exit codes: 1 if it cannot start, 2 wrong usage, 130 after Ctrl-C.",
            "",
            "Examples:",
            "  longshore serve",
            "  longshore serve --port 0 --no-tls --anonymous-pull",
            "  longshore serve --dir ~/registry --admin me:secret"
        })
public final class ServeCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;

    private final Terminal terminal;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Listen on this port; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "Keep the content in this folder; it survives the end. Default: a temporary folder.")
    private @Nullable Path directory;

    @Option(
            names = "--tls",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Serve https with a generated certificate, or plain http. Default: https.")
    private boolean tls;

    @Option(names = "--anonymous-pull", description = "Let anybody list and pull without a login.")
    private boolean anonymousPull;

    @Option(
            names = "--admin",
            paramLabel = "USER:PASSWORD",
            description = "The user to log in with. Default: longshore with a generated password.")
    private @Nullable AdminLogin admin;

    @Spec
    private CommandSpec spec;

    /** Shows it like this. */
    public ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        EmulatorOptions options = options();
        AdminLogin login = admin == null ? AdminLogin.generated() : admin;
        try (Lifetime lifetime = Lifetime.begin(() -> {})) {
            ServedRegistry registry = lifetime.open(
                    () -> ServedRegistry.start(options, login, warning -> err.println("longshore: " + warning)),
                    ServedRegistry::close);
            registry.welcome(terminal).forEach(out::println);
            out.flush();
            lifetime.awaitEnd();
        }
        return 0;
    }

    private EmulatorOptions options() {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--port': it is between 0 and " + LAST_PORT);
        }
        EmulatorOptions options =
                EmulatorOptions.defaults().withPort(port).withTls(tls).withAnonymousPull(anonymousPull);
        return directory == null
                ? options
                : options.withDirectory(directory.toAbsolutePath().normalize());
    }
}
