// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.serve;

import io.longshore.cli.view.Terminal;
import io.longshore.emulator.EmulatorCredential;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RegistryEmulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A registry that runs alone, with a user and a login for libraries. */
public final class ServedRegistry implements AutoCloseable {
    /** The login is valid for an hour. */
    private static final Duration TOKEN_RENEWAL = Duration.ofMinutes(20);

    private final RegistryEmulator emulator;
    private final AdminLogin admin;
    private final LoginTokenFile token;

    private ServedRegistry(RegistryEmulator emulator, AdminLogin admin, LoginTokenFile token) {
        this.emulator = emulator;
        this.admin = admin;
        this.token = token;
    }

    /** Starts it with this user, and says there what goes wrong later. */
    public static ServedRegistry start(EmulatorOptions options, AdminLogin admin, Consumer<String> warnings) {
        RegistryEmulator emulator = RegistryEmulator.start(options.withAdmin(admin.user(), admin.password()));
        boolean started = false;
        try {
            Path file = emulator.directory().resolve("login-token");
            LoginTokenFile token = LoginTokenFile.keep(file, new EmulatorCredential(emulator), TOKEN_RENEWAL, warnings);
            started = true;
            return new ServedRegistry(emulator, admin, token);
        } finally {
            if (!started) {
                emulator.close();
            }
        }
    }

    /** Where it runs and how to log in. */
    public List<String> welcome(Terminal terminal) {
        return new Welcome(emulator, admin, token.path(), terminal).lines();
    }

    /** Ends it. May be called more than once. */
    @Override
    public void close() {
        try {
            token.close();
        } finally {
            emulator.close();
        }
    }
}
