// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import io.longshore.emulator.http.Libraries;
import io.longshore.emulator.manifests.Publisher;
import io.longshore.emulator.store.Store;
import io.longshore.emulator.tls.Identity;
import io.longshore.emulator.tokens.Authority;
import io.longshore.emulator.tokens.TokenLifetimes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/**
 * An Azure Container Registry that runs in this process: a real HTTP server with tokens, {@code /v2} and
 * {@code /acr/v1}, which answers as the service was recorded to answer.
 *
 * <pre>{@code
 * try (RegistryEmulator emulator = RegistryEmulator.start()) {
 *     use(emulator.endpoint(), new EmulatorCredential(emulator));
 * }
 * }</pre>
 *
 * <p>Thread-safe. Its threads are daemons, so a forgotten emulator does not keep the JVM alive.
 */
public final class RegistryEmulator implements AutoCloseable {
    private static final String CERTIFICATE = "certificate.pem";
    private static final Duration LOGIN_LIFETIME = Duration.ofHours(1);

    private final EmulatorOptions options;
    private final String host;
    private final EmulatorClock clock;
    private final Store store;
    private final Authority authority;
    private final Publisher publisher;
    private final Optional<Identity> identity;
    private final Faults faults = new Faults();
    private final RequestLog log;
    private final Registry registry;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RegistryEmulator(EmulatorOptions options, String host, Store store) {
        this.options = options;
        this.host = host;
        this.store = store;
        this.clock = options.clockOrSystem();
        this.log = new RequestLog(options.requestLogCapacity());
        this.authority = new Authority(
                clock,
                new TokenLifetimes(
                        options.refreshTokenLifetime(),
                        options.accessTokenLifetime(),
                        options.anonymousTokenLifetime()));
        this.publisher = new Publisher(store, clock);
        this.identity = options.tls() ? Optional.of(identity(options, store.directory())) : Optional.empty();
        this.registry = Registry.open(new Registry.Parts(
                options, clock, store, authority, publisher, identity.map(Identity::serverContext), faults, log));
    }

    /**
     * Starts one with {@link EmulatorOptions#defaults()}.
     *
     * @return a running emulator
     */
    public static RegistryEmulator start() {
        return start(EmulatorOptions.defaults());
    }

    /**
     * Starts one.
     *
     * @param options how it is to run
     * @return a running emulator
     * @throws UncheckedIOException if the port or the directory cannot be used; a directory is used only if it is empty
     *     or an emulator has used it before
     * @throws IllegalArgumentException if the directory's path contains {@code ;}, which the database cannot take, or
     *     if the certificate would not fit the address to listen on
     * @throws IllegalStateException if another emulator is using the directory, or if a library on the class path is
     *     too old; the message names its jar
     */
    public static RegistryEmulator start(EmulatorOptions options) {
        try {
            return open(options);
        } catch (LinkageError e) {
            throw new IllegalStateException(Libraries.explain(e), e);
        }
    }

    private static RegistryEmulator open(EmulatorOptions options) {
        String host = options.host();
        Store store = options.directory().map(Store::open).orElseGet(Store::temporary);
        boolean started = false;
        try {
            RegistryEmulator emulator = new RegistryEmulator(options, host, store);
            started = true;
            return emulator;
        } finally {
            if (!started) {
                store.close();
            }
        }
    }

    /**
     * Where clients find it, such as {@code https://localhost:43211}.
     *
     * @return scheme, host and port
     */
    public String endpoint() {
        return (options.tls() ? "https://" : "http://") + loginServer();
    }

    /**
     * Host and port, such as {@code localhost:43211}: what stands before a repository in an image's name.
     *
     * @return host and port
     */
    public String loginServer() {
        return host + ":" + registry.port();
    }

    /**
     * The port.
     *
     * @return the port
     */
    public int port() {
        return registry.port();
    }

    /**
     * The certificate that clients have to trust.
     *
     * @return the certificate
     * @throws IllegalStateException if it was started without TLS
     */
    public X509Certificate certificate() {
        return tls().certificate();
    }

    /**
     * A file with the certificate as PEM, gone when a temporary emulator is closed.
     *
     * @return the file
     * @throws IllegalStateException if it was started without TLS
     */
    public Path certificateFile() {
        tls();
        return directory().resolve(CERTIFICATE);
    }

    /**
     * For clients: trusts this emulator's certificate and no other.
     *
     * @return a context for clients
     * @throws IllegalStateException if it was started without TLS
     */
    public SSLContext clientSslContext() {
        return tls().clientContext();
    }

    /**
     * Where its files are.
     *
     * @return the directory
     */
    public Path directory() {
        return store.directory();
    }

    /**
     * What it was started with.
     *
     * @return the options
     */
    public EmulatorOptions options() {
        return options;
    }

    /**
     * Its time.
     *
     * @return the clock
     */
    public EmulatorClock clock() {
        return clock;
    }

    /**
     * What is to go wrong.
     *
     * @return the faults
     */
    public Faults faults() {
        return faults;
    }

    /**
     * The requests that reached it.
     *
     * @return the log
     */
    public RequestLog requests() {
        return log;
    }

    /**
     * Puts content in directly, without HTTP.
     *
     * @return the way in
     */
    public Seeding seed() {
        return new Seeding(store, publisher);
    }

    /** Frees port, threads, connections and database; removes the files of a temporary emulator. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                registry.close();
            } finally {
                store.close();
            }
        }
    }

    LoginToken loginToken(Set<EmulatorPermission> permissions) {
        Set<String> actions =
                permissions.stream().map(EmulatorPermission::action).collect(Collectors.toSet());
        return new LoginToken(authority.login(actions, LOGIN_LIFETIME), LOGIN_LIFETIME);
    }

    private Identity tls() {
        return identity.orElseThrow(() -> new IllegalStateException(
                "this emulator serves plain http: start it with EmulatorOptions.withTls(true) to have a certificate"));
    }

    private static Identity identity(EmulatorOptions options, Path directory) {
        Identity identity =
                options.directory().isPresent() ? Identity.in(directory.resolve("tls.p12")) : Identity.shared();
        try {
            // Moved into place: what lies there may be a link to a file of somebody else.
            Path written = Files.writeString(directory.resolve(CERTIFICATE + ".new"), identity.pem());
            Files.move(written, directory.resolve(CERTIFICATE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate cannot be written", e);
        }
        return identity;
    }
}
