// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which Longshore this is, and which Java runs it. */
@Command(name = "version", description = "Show the version of Longshore and of the Java that runs it.")
public final class VersionCommand implements Callable<Integer> {
    private static final String RESOURCE = "/io/longshore/cli/version.properties";

    @Spec
    private CommandSpec spec;

    /** A command to be run by picocli. */
    public VersionCommand() {}

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(line());
        return 0;
    }

    private static String line() {
        return "longshore " + version() + " (Java " + System.getProperty("java.version") + ", "
                + System.getProperty("java.vendor") + ")";
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream resource = VersionCommand.class.getResourceAsStream(RESOURCE)) {
            properties.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
        return properties.getProperty("version");
    }
}
