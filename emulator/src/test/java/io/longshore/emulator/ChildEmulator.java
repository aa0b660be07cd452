// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The main class of a process that serves an emulator until its input ends. */
final class ChildEmulator {
    private ChildEmulator() {}

    /** Takes the directory, or nothing for a temporary one; prints the port. */
    public static void main(String[] arguments) throws IOException {
        if (ClassLoader.getSystemResource("com/azure/core/credential/TokenCredential.class") != null) {
            throw new IllegalStateException("azure-core is on the class path");
        }
        EmulatorOptions options = EmulatorOptions.defaults()
                .withTls(false)
                .withLoginRequired(false)
                .withDataEndpoint(false);
        if (arguments.length > 0) {
            options = options.withDirectory(Path.of(arguments[0]));
        }
        try (RegistryEmulator emulator = RegistryEmulator.start(options)) {
            System.out.println(emulator.port());
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
