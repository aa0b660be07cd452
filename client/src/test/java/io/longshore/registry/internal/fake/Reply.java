// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.fake;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.util.BinaryData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A canned answer, or a fault in place of one; {@code breaks} is what ends the body instead of its end. */
public record Reply(int status, HttpHeaders headers, BinaryData body, IOException fault, IOException breaks) {

    /** No answer at all, to async callers. */
    public static final Reply NEVER = of(0);

    public static Reply of(int status) {
        return new Reply(status, new HttpHeaders(), BinaryData.fromBytes(new byte[0]), null, null);
    }

    public static Reply fault(IOException fault) {
        return new Reply(0, new HttpHeaders(), BinaryData.fromBytes(new byte[0]), fault, null);
    }

    public static Reply json(String body) {
        return of(200).header("Content-Type", "application/json; charset=utf-8").body(body);
    }

    /** A 401 with one header line for each challenge. */
    public static Reply challenge(String... challenges) {
        Reply reply =
                of(401).body("{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"authentication required\"}]}");
        for (String challenge : challenges) {
            reply = reply.header("WWW-Authenticate", challenge);
        }
        return reply;
    }

    public Reply header(String name, String value) {
        HttpHeaders more = new HttpHeaders(headers).add(HttpHeaderName.fromString(name), value);
        return new Reply(status, more, body, fault, breaks);
    }

    public Reply status(int other) {
        return new Reply(other, headers, body, fault, breaks);
    }

    public Reply body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    public Reply body(byte[] bytes) {
        return new Reply(status, headers, BinaryData.fromBytes(bytes), fault, breaks);
    }

    public Reply breakingWith(IOException end) {
        return new Reply(status, headers, body, fault, end);
    }
}
