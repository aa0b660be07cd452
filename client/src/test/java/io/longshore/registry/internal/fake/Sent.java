// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.fake;

import com.azure.core.http.HttpRequest;
import com.azure.core.util.BinaryData;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A request as it reached the transport. */
public record Sent(String method, String url, Map<String, String> headers, String body) {

    static Sent of(HttpRequest request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().forEach(header -> headers.put(header.getName(), header.getValue()));
        BinaryData body = request.getBodyAsBinaryData();
        String text = body == null ? "" : new String(body.toBytes(), StandardCharsets.ISO_8859_1);
        return new Sent(request.getHttpMethod().toString(), request.getUrl().toString(), headers, text);
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** Method and URL. */
    public String line() {
        return method + " " + url;
    }

    public boolean isTo(String urlPart) {
        return url.contains(urlPart);
    }

    /** The members of a form, decoded. */
    public Map<String, String> form() {
        return Arrays.stream(body.split("&"))
                .map(member -> member.split("=", 2))
                .collect(Collectors.toMap(
                        member -> member[0], member -> URLDecoder.decode(member[1], StandardCharsets.UTF_8)));
    }
}
