// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import io.longshore.emulator.tokens.Login;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How an emulator is to run: an immutable value, changed by its {@code with…} methods.
 *
 * <p>The defaults are what a test usually wants: TLS, a free port, a temporary directory, login required, blob
 * downloads redirected to a separate data endpoint as the service does, token lifetimes as recorded.
 */
public final class EmulatorOptions {

    private int port;
    private InetAddress bindAddress = InetAddress.getLoopbackAddress();
    private @Nullable Path directory;
    private boolean tls = true;
    private boolean loginRequired = true;
    private boolean anonymousPull;
    private @Nullable String adminUser;
    private @Nullable String adminPassword;
    private List<EmulatorToken> tokens = List.of();
    private int maximumPageSize = 1000;
    private boolean dataEndpoint = true;
    private boolean referrers = true;
    private long maximumSingleUpload = Long.MAX_VALUE;
    private int requestLogCapacity = 10_000;
    private @Nullable EmulatorClock clock;
    private Duration refreshTokenLifetime = Duration.ofMinutes(195);
    private Duration accessTokenLifetime = Duration.ofMinutes(75);
    private Duration anonymousTokenLifetime = Duration.ofMinutes(20);

    private EmulatorOptions() {}

    /**
     * The defaults described above.
     *
     * @return the defaults
     */
    public static EmulatorOptions defaults() {
        return new EmulatorOptions();
    }

    /**
     * Listens on this port; 0 (the default) takes a free one.
     *
     * @param port the port, 0 to 65535
     * @return a copy with this change
     */
    public EmulatorOptions withPort(int port) {
        require(port >= 0 && port <= 65_535, "port must be between 0 and 65535, was " + port);
        return with(copy -> copy.port = port);
    }

    /**
     * Listens on this address; the default is the loopback address, so that nobody else can reach the emulator.
     *
     * <p>The certificate is for {@code localhost}, so with TLS the address has to be 127.0.0.1, ::1 or the one that
     * stands for all addresses: {@link RegistryEmulator#start(EmulatorOptions)} refuses any other.
     *
     * @param address the address
     * @return a copy with this change
     */
    public EmulatorOptions withBindAddress(InetAddress address) {
        Objects.requireNonNull(address, "address");
        return with(copy -> copy.bindAddress = address);
    }

    /**
     * Keeps everything in this directory, which is created if need be and survives {@link RegistryEmulator#close()}.
     *
     * @param directory the directory
     * @return a copy with this change
     */
    public EmulatorOptions withDirectory(Path directory) {
        Objects.requireNonNull(directory, "directory");
        return with(copy -> copy.directory = directory);
    }

    /**
     * Serves https with a generated certificate (the default) or plain http.
     *
     * @param tls whether to serve https
     * @return a copy with this change
     */
    public EmulatorOptions withTls(boolean tls) {
        return with(copy -> copy.tls = tls);
    }

    /**
     * False: a plain registry without any authentication, in which the token endpoints do not exist.
     *
     * @param required whether a login is required
     * @return a copy with this change
     */
    public EmulatorOptions withLoginRequired(boolean required) {
        return with(copy -> copy.loginRequired = required);
    }

    /**
     * True: anybody may list, read properties and pull, through an anonymous token.
     *
     * @param anonymousPull whether to hand out anonymous tokens
     * @return a copy with this change
     */
    public EmulatorOptions withAnonymousPull(boolean anonymousPull) {
        return with(copy -> copy.anonymousPull = anonymousPull);
    }

    /**
     * Enables the admin user, who may do everything, with this name and password.
     *
     * @param user the name, without a colon
     * @param password the password
     * @return a copy with this change
     */
    public EmulatorOptions withAdmin(String user, String password) {
        Login.requireUsable(user, password);
        require(tokens.stream().noneMatch(token -> token.name().equals(user)), "there is a token called " + user);
        return with(copy -> {
            copy.adminUser = user;
            copy.adminPassword = password;
        });
    }

    /**
     * Adds a repository-scoped token, with which one may log in by name and password.
     *
     * @param token the token
     * @return a copy with this token too
     * @throws IllegalArgumentException if the admin user or another token has its name
     */
    public EmulatorOptions withToken(EmulatorToken token) {
        boolean taken = token.name().equals(adminUser)
                || tokens.stream().anyMatch(other -> other.name().equals(token.name()));
        require(!taken, "there is a login called " + token.name());
        List<EmulatorToken> more = new ArrayList<>(tokens);
        more.add(token);
        return with(copy -> copy.tokens = List.copyOf(more));
    }

    /**
     * Never puts more than this many items on a page, whatever the caller asks for; small values force paging.
     *
     * @param items the largest number of items, at least 1
     * @return a copy with this change
     */
    public EmulatorOptions withMaximumPageSize(int items) {
        require(items > 0, "maximum page size must be positive, was " + items);
        return with(copy -> copy.maximumPageSize = items);
    }

    /**
     * True (the default): a blob GET answers 307 to a data endpoint on another port, which takes no logins; false: it
     * answers the bytes. Clients that take their login along to any port of the same host have to call the emulator by
     * {@code 127.0.0.1}: the data endpoint is at {@code localhost} then.
     *
     * @param dataEndpoint whether to redirect
     * @return a copy with this change
     */
    public EmulatorOptions withDataEndpoint(boolean dataEndpoint) {
        return with(copy -> copy.dataEndpoint = dataEndpoint);
    }

    /**
     * True (the default): the referrers of a manifest can be listed, and a push that names a subject is answered with
     * {@code OCI-Subject}; false: a registry from before version 1.1 of OCI's distribution specification, where that
     * path is not found, so that clients have to keep the list under a tag.
     *
     * @param referrers whether to serve referrers
     * @return a copy with this change
     */
    public EmulatorOptions withReferrers(boolean referrers) {
        return with(copy -> copy.referrers = referrers);
    }

    /**
     * Refuses an upload's closing PUT with more body bytes than this with status 413; unlimited by default.
     *
     * @param bytes the number of bytes, not negative
     * @return a copy with this change
     */
    public EmulatorOptions withMaximumSingleUpload(long bytes) {
        require(bytes >= 0, "maximum upload must not be negative, was " + bytes);
        return with(copy -> copy.maximumSingleUpload = bytes);
    }

    /**
     * Keeps this many of the newest requests in the {@link RequestLog}; 10,000 by default.
     *
     * @param requests the number of requests, at least 1
     * @return a copy with this change
     */
    public EmulatorOptions withRequestLogCapacity(int requests) {
        require(requests > 0, "request log capacity must be positive, was " + requests);
        return with(copy -> copy.requestLogCapacity = requests);
    }

    /**
     * Takes the time of everything the emulator stamps or lets expire from this clock.
     *
     * @param clock the clock
     * @return a copy with this change
     */
    public EmulatorOptions withClock(EmulatorClock clock) {
        Objects.requireNonNull(clock, "clock");
        return with(copy -> copy.clock = clock);
    }

    /**
     * How long refresh tokens live; 11,700 s by default, as recorded.
     *
     * @param lifetime the lifetime in whole seconds, more than 0
     * @return a copy with this change
     */
    public EmulatorOptions withRefreshTokenLifetime(Duration lifetime) {
        requireWholeSeconds(lifetime);
        return with(copy -> copy.refreshTokenLifetime = lifetime);
    }

    /**
     * How long access tokens live; 4,500 s by default, as recorded.
     *
     * @param lifetime the lifetime in whole seconds, more than 0
     * @return a copy with this change
     */
    public EmulatorOptions withAccessTokenLifetime(Duration lifetime) {
        requireWholeSeconds(lifetime);
        return with(copy -> copy.accessTokenLifetime = lifetime);
    }

    /**
     * How long anonymous access tokens live; 1,200 s by default, as recorded.
     *
     * @param lifetime the lifetime in whole seconds, more than 0
     * @return a copy with this change
     */
    public EmulatorOptions withAnonymousTokenLifetime(Duration lifetime) {
        requireWholeSeconds(lifetime);
        return with(copy -> copy.anonymousTokenLifetime = lifetime);
    }

    /**
     * The port asked for; 0 means a free one.
     *
     * @return the port
     */
    public int port() {
        return port;
    }

    /**
     * The address to listen on.
     *
     * @return the address
     */
    public InetAddress bindAddress() {
        return bindAddress;
    }

    /**
     * The directory to keep everything in; empty means a temporary one.
     *
     * @return the directory, if one was given
     */
    public Optional<Path> directory() {
        return Optional.ofNullable(directory);
    }

    /**
     * Whether https is served.
     *
     * @return true for https
     */
    public boolean tls() {
        return tls;
    }

    /**
     * Whether calls need a token or a password.
     *
     * @return true if they do
     */
    public boolean loginRequired() {
        return loginRequired;
    }

    /**
     * Whether anonymous tokens are handed out.
     *
     * @return true if they are
     */
    public boolean anonymousPull() {
        return anonymousPull;
    }

    /**
     * The admin user's name; empty when there is none.
     *
     * @return the name
     */
    public Optional<String> adminUser() {
        return Optional.ofNullable(adminUser);
    }

    /**
     * The repository-scoped tokens, in the order in which they were added.
     *
     * @return the tokens
     */
    public List<EmulatorToken> tokens() {
        return tokens;
    }

    /**
     * The largest page.
     *
     * @return the largest number of items
     */
    public int maximumPageSize() {
        return maximumPageSize;
    }

    /**
     * Whether blob downloads are redirected.
     *
     * @return true if they are
     */
    public boolean dataEndpoint() {
        return dataEndpoint;
    }

    /**
     * Whether the referrers of a manifest can be listed.
     *
     * @return true if they can
     */
    public boolean referrers() {
        return referrers;
    }

    /** The host by which callers on this machine reach the emulator. */
    String host() {
        String address = bindAddress.getHostAddress().replaceFirst("%.*", "");
        if (bindAddress.isAnyLocalAddress() || Localhost.addresses().contains(bindAddress)) {
            return Localhost.NAME;
        }
        if (address.equals("0:0:0:0:0:0:0:1")) {
            return "[::1]";
        }
        if (tls && !address.equals("127.0.0.1")) {
            throw new IllegalArgumentException(
                    "the certificate is for localhost, so with TLS the emulator cannot listen" + " on " + address
                            + " alone: listen on all addresses, or use withTls(false)");
        }
        return bindAddress instanceof Inet6Address ? "[" + address + "]" : address;
    }

    List<Login> logins() {
        List<Login> logins = new ArrayList<>();
        if (adminUser != null && adminPassword != null) {
            logins.add(Login.admin(adminUser, adminPassword));
        }
        tokens.forEach(token -> logins.add(token.login()));
        return logins;
    }

    long maximumSingleUpload() {
        return maximumSingleUpload;
    }

    int requestLogCapacity() {
        return requestLogCapacity;
    }

    EmulatorClock clockOrSystem() {
        return clock == null ? EmulatorClock.system() : clock;
    }

    Duration refreshTokenLifetime() {
        return refreshTokenLifetime;
    }

    Duration accessTokenLifetime() {
        return accessTokenLifetime;
    }

    Duration anonymousTokenLifetime() {
        return anonymousTokenLifetime;
    }

    private EmulatorOptions with(Consumer<EmulatorOptions> change) {
        EmulatorOptions copy = new EmulatorOptions();
        copy.port = port;
        copy.bindAddress = bindAddress;
        copy.directory = directory;
        copy.tls = tls;
        copy.loginRequired = loginRequired;
        copy.anonymousPull = anonymousPull;
        copy.adminUser = adminUser;
        copy.adminPassword = adminPassword;
        copy.tokens = tokens;
        copy.maximumPageSize = maximumPageSize;
        copy.dataEndpoint = dataEndpoint;
        copy.referrers = referrers;
        copy.maximumSingleUpload = maximumSingleUpload;
        copy.requestLogCapacity = requestLogCapacity;
        copy.clock = clock;
        copy.refreshTokenLifetime = refreshTokenLifetime;
        copy.accessTokenLifetime = accessTokenLifetime;
        copy.anonymousTokenLifetime = anonymousTokenLifetime;
        change.accept(copy);
        return copy;
    }

    private static void requireWholeSeconds(Duration lifetime) {
        require(
                !lifetime.isNegative() && !lifetime.isZero() && lifetime.toNanosPart() == 0,
                "lifetime must be whole seconds, was " + lifetime);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
