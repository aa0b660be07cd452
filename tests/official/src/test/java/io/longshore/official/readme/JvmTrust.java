// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.official.readme;

import io.longshore.emulator.RegistryEmulator;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;

/** The trust store of this JVM, as somebody sets it who has a registry with a certificate of their own. */
final class JvmTrust {
    private static final Path FILE = Path.of("target/trusted.p12");
    private static final String PASSWORD = "longshore";

    private JvmTrust() {}

    /** Makes it trust the emulator, before the first client with the default transport is made. */
    static void write() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        // The emulators of one process have one certificate.
        try (RegistryEmulator emulator = RegistryEmulator.start()) {
            trusted.setCertificateEntry("emulator", emulator.certificate());
        }
        try (OutputStream file = Files.newOutputStream(FILE)) {
            trusted.store(file, PASSWORD.toCharArray());
        }
        System.setProperty("javax.net.ssl.trustStore", FILE.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    }
}
