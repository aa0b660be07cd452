// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.serve;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A file with a login for Azure's client libraries, as other processes cannot get one from a registry that runs here.
 * Only the owner may read the file, where the file system knows owners; it is gone in the end. Thread-safe.
 */
public final class LoginTokenFile implements AutoCloseable {
    private static final String OWNER_ONLY = "rw-------";

    private final Path path;
    private final TokenCredential credential;
    private final Consumer<String> warnings;
    private final CountDownLatch closing = new CountDownLatch(1);

    private LoginTokenFile(Path path, TokenCredential credential, Consumer<String> warnings) {
        this.path = path;
        this.credential = credential;
        this.warnings = warnings;
    }

    /**
     * Writes it, and again every so often.
     *
     * @param warnings is told when it could not be written again; the next try comes after the same time
     */
    public static LoginTokenFile keep(
            Path path, TokenCredential credential, Duration renewalPeriod, Consumer<String> warnings) {
        LoginTokenFile file = new LoginTokenFile(path, credential, warnings);
        file.write();
        Thread renewal = new Thread(() -> file.renew(renewalPeriod), "longshore-login-token");
        renewal.setDaemon(true);
        renewal.start();
        return file;
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public synchronized void close() {
        closing.countDown();
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the login token cannot be removed", e);
        }
    }

    private void renew(Duration period) {
        try {
            while (!closing.await(period.toMillis(), TimeUnit.MILLISECONDS)) {
                writeAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The old token is still good for a while. */
    private synchronized void writeAgain() {
        if (closing.getCount() == 0) {
            return;
        }
        try {
            write();
        } catch (RuntimeException e) {
            warnings.accept(e.getMessage() + " - " + e.getCause());
        }
    }

    /** Replaces the file in one go, so that nobody reads half a token. */
    private synchronized void write() {
        String token = credential
                .getTokenSync(new TokenRequestContext().addScopes("https://containerregistry.azure.net/.default"))
                .getToken();
        try {
            Path fresh = createPrivate(path.resolveSibling(path.getFileName() + ".new"));
            Files.writeString(fresh, token);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the login token cannot be written", e);
        }
    }

    private static Path createPrivate(Path file) throws IOException {
        Files.deleteIfExists(file);
        Set<String> views = file.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix")
                ? Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)))
                : Files.createFile(file);
    }
}
