// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import java.net.URI;
import java.net.URL;
import java.util.Locale;
import java.util.Set;

/** Scheme, host and port: where credentials belong. */
public record Origin(String scheme, String host, int port) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** The origin of a URL. */
    public static Origin of(URL url) {
        int port = url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
        return new Origin(
                url.getProtocol().toLowerCase(Locale.ROOT), url.getHost().toLowerCase(Locale.ROOT), port);
    }

    /** The origin of an absolute http or https URI; one without host has an empty host. */
    static Origin of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? 443 : 80;
        return new Origin(scheme, host, uri.getPort() < 0 ? standard : uri.getPort());
    }

    boolean isHttps() {
        return scheme.equals("https");
    }

    /** Whether the host is this machine by name or address, without asking a name service. */
    boolean isLoopback() {
        return LOOPBACK.contains(host);
    }

    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }
}
