// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** An emulator in a process of its own. */
final class ChildProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private ChildProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one with these JVM options, on this directory if there is one; without the jars of azure-core. */
    static ChildProcess start(List<String> jvmOptions, Path... directory) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPathWithoutAzure(), ChildEmulator.class.getName()));
        Arrays.stream(directory).map(Path::toString).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the emulator's process ended without a word");
        }
        return new ChildProcess(process, Integer.parseInt(line));
    }

    String endpoint() {
        return "http://localhost:" + port;
    }

    /** Ends it as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** By the jar's name alone: a home may lie in a folder called after Azure. */
    private static boolean isOfAzure(String jar) {
        return jar.startsWith("azure-") || jar.startsWith("reactor-");
    }

    private static String classPathWithoutAzure() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !isOfAzure(Path.of(entry).getFileName().toString()))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
