// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.http;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer: status, headers in order and with duplicates, body.
 *
 * @param status the status
 * @param headers the headers, without those that every answer has and without those of the body's length
 * @param content the body
 */
public record Reply(int status, List<Header> headers, Content content) {
    /** Bodies of more bytes than this are sent in chunks: the buffer of the service's server has this size. */
    private static final int CHUNKING_ABOVE = 2048;

    private static final Content NOTHING = new Content.Bytes(new byte[0], false);
    private static final Gson JSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    /** One header line. */
    public record Header(String name, String value) {}

    /** Copies the headers. */
    public Reply {
        headers = List.copyOf(headers);
    }

    /** An answer without a body. */
    public static Reply empty(int status) {
        return new Reply(status, List.of(), NOTHING);
    }

    /** A JSON answer as the registry gives it: compact, a line feed at its end, in chunks if it is large. */
    public static Reply json(int status, JsonElement body) {
        return json(status, "application/json; charset=utf-8", body);
    }

    /** A JSON answer of a more particular type. */
    public static Reply json(int status, String contentType, JsonElement body) {
        byte[] bytes = (JSON.toJson(body) + "\n").getBytes(StandardCharsets.UTF_8);
        return bytes(status, contentType, bytes, bytes.length > CHUNKING_ABOVE);
    }

    /** A JSON answer as the token endpoints give it: no line feed, always in chunks. */
    public static Reply tokenJson(JsonElement body) {
        byte[] bytes = JSON.toJson(body).getBytes(StandardCharsets.UTF_8);
        return bytes(200, "application/json; charset=utf-8", bytes, true);
    }

    /** A plain text answer. */
    public static Reply text(int status, String body) {
        return bytes(status, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), false);
    }

    /** An answer with these bytes. */
    public static Reply bytes(int status, String contentType, byte[] bytes) {
        return bytes(status, contentType, bytes, false);
    }

    /** An answer with a piece of a file. */
    public static Reply file(int status, String contentType, Content.FileSlice slice) {
        return new Reply(status, List.of(new Header("Content-Type", contentType)), slice);
    }

    /** This answer with one more header. */
    public Reply with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Reply(status, more, content);
    }

    private static Reply bytes(int status, String contentType, byte[] bytes, boolean chunked) {
        return new Reply(status, List.of(new Header("Content-Type", contentType)), new Content.Bytes(bytes, chunked));
    }
}
