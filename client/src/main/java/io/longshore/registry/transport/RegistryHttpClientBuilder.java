// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.transport;

import com.azure.core.http.HttpClient;
import com.azure.core.http.ProxyOptions;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.util.Configuration;
import com.azure.core.util.HttpClientOptions;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Builds an HTTP client that is safe for registries: it never sends a request a second time by itself, keeps enough
 * connections for parallel transfers, and gives up on a server that is silent.
 *
 * <p>Clients built without one use {@link #defaultClient()}. Build one to trust a private certificate authority, to
 * change the time limits or to set a proxy, and hand it to {@code httpClient(...)} of the client builders:
 *
 * <pre>{@code
 * HttpClient http = new RegistryHttpClientBuilder()
 *         .trustCertificates(List.of(companyAuthority))
 *         .noProgressTimeout(Duration.ofSeconds(20))
 *         .build();
 * ContainerRegistryClient client = new ContainerRegistryClientBuilder()
 *         .endpoint("https://registry.example.com")
 *         .httpClient(http)
 *         .buildClient();
 * }</pre>
 *
 * <p>The builder is not thread-safe; what it builds is, and is meant to be shared.
 */
public final class RegistryHttpClientBuilder {
    /** How long a TCP connection may take to be established: 10 seconds. */
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** How long the answer's head may take once the request is sent: 60 seconds. */
    public static final Duration DEFAULT_RESPONSE_TIMEOUT = Duration.ofSeconds(60);

    /** How long a transfer may stand still, in either direction: 60 seconds. */
    public static final Duration DEFAULT_NO_PROGRESS_TIMEOUT = Duration.ofSeconds(60);

    /**
     * How many requests go to one host at a time from the async clients, and how many idle connections are kept: 64.
     */
    public static final int DEFAULT_MAX_CONNECTIONS = 64;

    private static final Duration IDLE_LIFETIME = Duration.ofSeconds(30);

    private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
    private Duration responseTimeout = DEFAULT_RESPONSE_TIMEOUT;
    private Duration noProgressTimeout = DEFAULT_NO_PROGRESS_TIMEOUT;
    private int maxConnections = DEFAULT_MAX_CONNECTIONS;
    private List<X509Certificate> trusted = List.of();
    private @Nullable ProxyOptions proxy;
    private @Nullable Configuration configuration;

    /** A builder with the defaults above. */
    public RegistryHttpClientBuilder() {}

    /**
     * The client that is used where none is given; one for the whole process, so that many registry clients share
     * connections. It honours the proxy variables of the environment ({@code HTTPS_PROXY}, {@code HTTP_PROXY},
     * {@code NO_PROXY}).
     *
     * @return the shared client
     */
    public static HttpClient defaultClient() {
        return Shared.client();
    }

    /**
     * Builds a client as azure-core's own options describe it: connect, response and read timeout, proxy,
     * configuration, pool size.
     *
     * @param options the options; read and write timeout both mean "no progress", the longer one counts; zero and below
     *     mean no limit
     * @param configuration where proxy settings are read from if the options name no configuration; null for the global
     *     one
     * @return a new client
     */
    public static HttpClient from(HttpClientOptions options, @Nullable Configuration configuration) {
        Configuration own = options.getConfiguration();
        RegistryHttpClientBuilder builder = new RegistryHttpClientBuilder()
                .proxy(options.getProxyOptions())
                .configuration(own == null ? configuration : own);
        // Not through the setters: in these options, zero and below mean that there is no limit.
        builder.connectTimeout = options.getConnectTimeout();
        builder.responseTimeout = options.getResponseTimeout();
        builder.noProgressTimeout = longer(options.getReadTimeout(), options.getWriteTimeout());
        Integer poolSize = options.getMaximumConnectionPoolSize();
        return poolSize == null || poolSize < 1
                ? builder.build()
                : builder.maxConnections(poolSize).build();
    }

    private static Duration longer(Duration one, Duration other) {
        if (isNone(one) || isNone(other)) {
            return Duration.ZERO;
        }
        return one.compareTo(other) < 0 ? other : one;
    }

    private static boolean isNone(Duration limit) {
        return limit.isNegative() || limit.isZero();
    }

    /**
     * Sets how long a connection may take to be established.
     *
     * @param timeout positive
     * @return this builder
     */
    public RegistryHttpClientBuilder connectTimeout(Duration timeout) {
        connectTimeout = positive(timeout, "connectTimeout");
        return this;
    }

    /**
     * Sets how long the head of the answer may take once the request is sent.
     *
     * @param timeout positive
     * @return this builder
     */
    public RegistryHttpClientBuilder responseTimeout(Duration timeout) {
        responseTimeout = positive(timeout, "responseTimeout");
        return this;
    }

    /**
     * Sets how long a transfer may stand still, reading or writing, before the connection is given up.
     *
     * @param timeout positive
     * @return this builder
     */
    public RegistryHttpClientBuilder noProgressTimeout(Duration timeout) {
        noProgressTimeout = positive(timeout, "noProgressTimeout");
        return this;
    }

    /**
     * Sets how many requests may go to one host at a time.
     *
     * @param connections at least 1
     * @return this builder
     */
    public RegistryHttpClientBuilder maxConnections(int connections) {
        if (connections < 1) {
            throw new IllegalArgumentException("'maxConnections' must be at least 1, not " + connections + ".");
        }
        maxConnections = connections;
        return this;
    }

    /**
     * Trusts these certificates, besides the authorities that this Java installation trusts.
     *
     * @param certificates certificates of authorities, or of servers that signed their own
     * @return this builder
     */
    public RegistryHttpClientBuilder trustCertificates(Collection<X509Certificate> certificates) {
        trusted = List.copyOf(certificates);
        return this;
    }

    /**
     * Sends through a proxy.
     *
     * @param options the proxy; null to take it from the configuration, which includes the environment's variables
     * @return this builder
     */
    public RegistryHttpClientBuilder proxy(@Nullable ProxyOptions options) {
        proxy = options;
        return this;
    }

    /**
     * Sets where the proxy settings are read from.
     *
     * @param source the configuration; null for the global one, which reads the environment and system properties
     * @return this builder
     */
    public RegistryHttpClientBuilder configuration(@Nullable Configuration source) {
        configuration = source;
        return this;
    }

    /**
     * Builds the client.
     *
     * @return a new client with its own connections
     * @throws IllegalStateException if the trusted certificates cannot be loaded
     */
    public HttpClient build() {
        Configuration source = configuration == null ? Configuration.getGlobalConfiguration() : configuration;
        return new OkHttpAsyncHttpClientBuilder(engine())
                .connectionTimeout(connectTimeout)
                .responseTimeout(responseTimeout)
                .readTimeout(noProgressTimeout)
                .writeTimeout(noProgressTimeout)
                .proxy(proxy == null ? ProxyVariables.read(source) : proxy)
                .configuration(Configuration.NONE)
                .followRedirects(false)
                .build();
    }

    private OkHttpClient engine() {
        ConnectionPool pool = new ConnectionPool(maxConnections, IDLE_LIFETIME.toSeconds(), TimeUnit.SECONDS);
        OkHttpClient.Builder engine = new OkHttpClient.Builder()
                // A PATCH whose connection died may have been applied: only the protocol may send it again.
                .retryOnConnectionFailure(false)
                // One connection per stream: parallel ranges of one layer do not share a flow-control window.
                .protocols(List.of(Protocol.HTTP_1_1))
                .followSslRedirects(false)
                .connectionPool(pool)
                .addInterceptor(call -> withoutStaleConnections(call, pool))
                .dispatcher(dispatcher());
        if (!trusted.isEmpty()) {
            TrustedCertificates trust = TrustedCertificates.with(trusted);
            engine.sslSocketFactory(trust.socketFactory(), trust.manager());
        }
        return engine.build();
    }

    /** Where one idle connection was dead, the others are too: a retry is to get a new one, not the next dead one. */
    private static Response withoutStaleConnections(Interceptor.Chain call, ConnectionPool pool) throws IOException {
        try {
            return ReleasedBody.of(call.proceed(call.request()), call.call());
        } catch (IOException e) {
            pool.evictAll();
            throw e;
        }
    }

    /** Daemon threads: a program that is done does not wait for idle connections. */
    private Dispatcher dispatcher() {
        Dispatcher dispatcher = new Dispatcher(
                new ThreadPoolExecutor(0, Integer.MAX_VALUE, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "longshore-http");
                    thread.setDaemon(true);
                    return thread;
                }));
        dispatcher.setMaxRequests(Math.max(DEFAULT_MAX_CONNECTIONS, maxConnections));
        dispatcher.setMaxRequestsPerHost(maxConnections);
        return dispatcher;
    }

    private static Duration positive(Duration timeout, String name) {
        Objects.requireNonNull(timeout, () -> "'" + name + "' cannot be null.");
        if (isNone(timeout)) {
            throw new IllegalArgumentException("'" + name + "' must be positive, not " + timeout + ".");
        }
        return timeout;
    }

    /** Made on first use. */
    private static final class Shared {
        private static volatile @Nullable HttpClient client;

        /** A failure, as of an unusable proxy variable, is not kept: the next caller sees it too, not its shadow. */
        static synchronized HttpClient client() {
            HttpClient made = client;
            if (made == null) {
                made = new RegistryHttpClientBuilder().build();
                client = made;
            }
            return made;
        }
    }
}
