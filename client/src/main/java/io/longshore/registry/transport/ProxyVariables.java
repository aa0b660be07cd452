// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.transport;

import com.azure.core.http.ProxyOptions;
import com.azure.core.util.Configuration;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proxy a configuration names: azure-core's own settings first, then {@code HTTPS_PROXY} and {@code HTTP_PROXY} as
 * every other registry tool reads them (azure-core heeds those only under {@code java.net.useSystemProxies}).
 */
final class ProxyVariables {
    private static final List<String> NAMES = List.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy");
    /** Read as patterns, which take what is escaped for itself. */
    private static final List<String> ALWAYS_DIRECT = List.of("localhost", "127.*", "\\[::1\\]");

    private static final int DEFAULT_PORT = 80;

    private ProxyVariables() {}

    static @Nullable ProxyOptions read(Configuration configuration) {
        ProxyOptions azure = ProxyOptions.fromConfiguration(configuration, true);
        if (azure != null) {
            return azure;
        }
        for (String name : NAMES) {
            String value = configuration.get(name);
            if (value != null && !value.isBlank()) {
                return parse(name, value.strip()).setNonProxyHosts(direct(configuration));
            }
        }
        return null;
    }

    private static ProxyOptions parse(String name, String value) {
        try {
            // Not a URI: its grammar refuses host names with an underscore, which proxies do have.
            URL url = new URL(value.contains("://") ? value : "http://" + value);
            if (!url.getHost().isEmpty() && !url.getHost().contains(" ")) {
                return options(url);
            }
        } catch (MalformedURLException | IllegalArgumentException e) {
            // Without the cause, which quotes what it stumbled over.
            throw unusable(name);
        }
        throw unusable(name);
    }

    private static ProxyOptions options(URL url) {
        int port = url.getPort() < 0 ? DEFAULT_PORT : url.getPort();
        InetSocketAddress address = InetSocketAddress.createUnresolved(url.getHost(), port);
        return withLogin(new ProxyOptions(ProxyOptions.Type.HTTP, address), url.getUserInfo());
    }

    /** The value is not shown: it may hold a password. */
    private static IllegalArgumentException unusable(String name) {
        return new IllegalArgumentException(
                "The proxy variable " + name + " is not a URL such as http://proxy.example.com:8080.");
    }

    private static ProxyOptions withLogin(ProxyOptions options, @Nullable String userInfo) {
        if (userInfo == null) {
            return options;
        }
        int colon = userInfo.indexOf(':');
        return colon < 0
                ? options.setCredentials(decoded(userInfo), "")
                : options.setCredentials(decoded(userInfo.substring(0, colon)), decoded(userInfo.substring(colon + 1)));
    }

    /** Percent-decodes; a plus is a plus outside of forms. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String direct(Configuration configuration) {
        List<String> hosts = new ArrayList<>(ALWAYS_DIRECT);
        String listed = configuration.get("NO_PROXY");
        String value = listed == null ? configuration.get("no_proxy") : listed;
        for (String host : value == null ? new String[0] : value.split(",")) {
            String trimmed = host.strip();
            if (trimmed.startsWith(".")) {
                hosts.add("*" + trimmed);
            } else if (!trimmed.isEmpty()) {
                // A name stands for its subdomains too, as curl and Go have it.
                hosts.addAll(List.of(trimmed, "*." + trimmed));
            }
        }
        return String.join("|", hosts);
    }
}
