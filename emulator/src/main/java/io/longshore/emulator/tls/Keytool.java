// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the JDK's own keytool: Java 17 has no public API that makes certificates. */
final class Keytool {
    /** Guards nothing: the key store lies beside the contents that it serves. */
    static final String PASSWORD = "longshore";

    private static final long PATIENCE_SECONDS = 60;

    private Keytool() {}

    static void generate(Path file, String alias) throws IOException {
        List<String> command = command(file, alias);
        Path output = Files.createTempFile("longshore-keytool-", ".txt");
        try {
            run(command, output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.get(0), e);
        } finally {
            Files.delete(output);
        }
    }

    private static void run(List<String> command, Path output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(command.get(0) + " did not finish within " + PATIENCE_SECONDS + " s");
            }
        } finally {
            // Also after an interrupt; it must not write any more once its files are removed.
            process.destroyForcibly().onExit().join();
        }
        if (process.exitValue() != 0) {
            throw new IOException(command.get(0) + " failed: " + Files.readString(output, StandardCharsets.UTF_8));
        }
    }

    private static List<String> command(Path file, String alias) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost, O=Longshore emulator",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1,ip:::1",
                "-startdate",
                "-1d",
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString());
    }
}
