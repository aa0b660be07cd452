// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.command;

import io.longshore.cli.demo.Demo;
import io.longshore.cli.demo.DemoRegistry;
import io.longshore.cli.demo.Narrator;
import io.longshore.cli.demo.WorkFolder;
import io.longshore.cli.demo.steps.Tour;
import io.longshore.cli.lifetime.Lifetime;
import io.longshore.cli.view.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what the library does. */
@Command(
        name = "demo",
        description = {
            "Show the library at work, step by step, with sizes and times.",
            "",
            "Starts a registry in this process, pushes an image made of this program's own jars in several versions,"
                    + " lists, locks, pulls, verifies and deletes. Everything goes through the library, over HTTPS and"
                    + " with a token. Needs no network, no Docker and no Azure subscription.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 if every step did what it says, 1 if one did not, 2 wrong usage.",
            "",
            "Example:",
            "  longshore demo --dir image    # keep the pulled image, an OCI image layout"
        })
public final class DemoCommand implements Callable<Integer> {
    private final Supplier<? extends DemoRegistry> registry;
    private final Supplier<List<Path>> jars;
    private final Terminal terminal;

    @Option(names = "--dir", paramLabel = "DIR", description = "Pull the image into this folder and keep it.")
    private @Nullable Path target;

    @Spec
    private CommandSpec spec;

    /** Starts this registry, makes images of these jars, and shows it like this. */
    public DemoCommand(Supplier<? extends DemoRegistry> registry, Supplier<List<Path>> jars, Terminal terminal) {
        this.registry = registry;
        this.jars = jars;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        Narrator narrator = new Narrator(spec.commandLine().getOut(), terminal);
        narrator.opening("Longshore demo", "the library against a registry in this process");
        try (Lifetime lifetime = Lifetime.begin(narrator::silence)) {
            Path work = lifetime.open(WorkFolder::create, WorkFolder::close).path();
            Path folder = target == null ? work.resolve("pulled") : target;
            new Demo(Tour.steps(), () -> lifetime.open(registry, DemoRegistry::close), jars.get())
                    .run(narrator, work, folder);
        }
        narrator.done("Every step did what it says.", Duration.ofNanos(System.nanoTime() - start));
        return 0;
    }
}
