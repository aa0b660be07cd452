// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.serve;

import io.longshore.cli.view.Terminal;
import io.longshore.emulator.EmulatorCredential;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RegistryEmulator;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A registry that runs alone until the process is asked to end. */
public final class ServedRegistry implements AutoCloseable {
    private final RegistryEmulator emulator;
    private final AdminLogin admin;
    private final LoginTokenFile token;

    private ServedRegistry(RegistryEmulator emulator, AdminLogin admin) {
        this.emulator = emulator;
        this.admin = admin;
        Path file = emulator.directory().resolve("login-token");
        this.token = LoginTokenFile.keep(file, new EmulatorCredential(emulator));
    }

    /** Starts it with this user. */
    public static ServedRegistry start(EmulatorOptions options, AdminLogin admin) {
        return new ServedRegistry(RegistryEmulator.start(options.withAdmin(admin.user(), admin.password())), admin);
    }

    /** Where it runs and how to log in. */
    public List<String> welcome(Terminal terminal) {
        return new Welcome(emulator, admin, token.path(), terminal).lines();
    }

    /** Waits for Ctrl-C and the like, and closes it before the process ends. Returns only when interrupted. */
    public void awaitEnd() throws InterruptedException {
        Thread atEnd = new Thread(this::close, "longshore-end");
        Runtime.getRuntime().addShutdownHook(atEnd);
        new CountDownLatch(1).await();
    }

    /** Ends it. May be called more than once. */
    @Override
    public void close() {
        token.close();
        emulator.close();
    }
}
