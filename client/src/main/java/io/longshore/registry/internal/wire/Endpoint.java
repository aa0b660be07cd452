// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.wire;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Locale;

/**
 * Where the registry is, and how its URLs are put together.
 *
 * @param base scheme, host and port, without a slash at the end
 * @param apiVersion sent with {@code /acr} calls
 */
public record Endpoint(String base, String apiVersion) {

    /** The endpoint of a URL whose form the builder has checked. */
    public static Endpoint of(URL url, String apiVersion) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        String path = url.getPath().replaceAll("/+$", "");
        return new Endpoint(
                url.getProtocol().toLowerCase(Locale.ROOT) + "://" + url.getHost() + port + path, apiVersion);
    }

    /** Host alone, as the official library's references have it. */
    public String host() {
        return url(base).getHost();
    }

    /** A JSON call under {@code /acr/v1}; {@code query} starts with the ampersand or is empty. */
    HttpRequest acr(HttpMethod method, String path, String query) {
        String first = query.isEmpty() ? "" : query.substring(1) + "&";
        return json(method, base + "/acr/v1" + path + "?" + first + "api-version=" + apiVersion);
    }

    /** A call under {@code /v2}. */
    HttpRequest v2(HttpMethod method, String path) {
        return identity(json(method, base + "/v2" + path));
    }

    /** A JSON call to a link or location of this registry. */
    HttpRequest json(HttpMethod method, String url) {
        return new HttpRequest(method, url).setHeader(HttpHeaderName.ACCEPT, "application/json");
    }

    /** Content has to arrive as it is stored: a transport that unzips on its own would hide its length and digest. */
    static HttpRequest identity(HttpRequest request) {
        return request.setHeader(HttpHeaderName.ACCEPT_ENCODING, "identity");
    }

    /**
     * A {@code Link} or {@code Location} as a URL: absolute or relative, its query kept to the letter.
     *
     * @throws IllegalArgumentException if it leaves the registry's scheme, or is no URL
     */
    String resolve(String location) {
        return resolve(location, url(base));
    }

    /** The same, where a relative reference is one of the host that answered. */
    String resolve(String location, URL answered) {
        if (location.startsWith("//") || location.contains(" ")) {
            throw new IllegalArgumentException("\"" + withoutQuery(location) + "\" is not a location in a registry");
        }
        if (location.startsWith("/")) {
            return origin(answered) + location;
        }
        if (location.regionMatches(true, 0, "http", 0, 4) && location.contains("://")) {
            return sameScheme(location);
        }
        throw new IllegalArgumentException("\"" + withoutQuery(location) + "\" is neither an absolute path nor a URL");
    }

    private String sameScheme(String location) {
        URL url = url(location);
        if (url.getUserInfo() != null || location.contains("\\")) {
            // What one parser takes for a login before the host, another takes for the host.
            throw new IllegalArgumentException("\"" + withoutQuery(location) + "\" does not name its host plainly");
        }
        if (base.startsWith("https:") && !url.getProtocol().equals("https")) {
            throw new IllegalArgumentException("\"" + withoutQuery(location) + "\" leaves https");
        }
        return location;
    }

    /** Whether a URL is this registry's. */
    boolean owns(String location) {
        URL mine = url(base);
        URL other = url(location);
        return mine.getProtocol().equals(other.getProtocol())
                && mine.getHost().equalsIgnoreCase(other.getHost())
                && port(mine) == port(other);
    }

    private static int port(URL url) {
        return url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
    }

    private static String origin(URL url) {
        return url.getProtocol() + "://" + url.getAuthority();
    }

    private static URL url(String text) {
        try {
            return new URL(text);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("\"" + withoutQuery(text) + "\" is not a URL", e);
        }
    }

    private static String withoutQuery(String location) {
        int query = location.indexOf('?');
        return query < 0 ? location : location.substring(0, query);
    }
}
