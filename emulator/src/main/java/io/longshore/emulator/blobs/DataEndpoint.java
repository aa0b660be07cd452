// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.blobs;

import io.longshore.emulator.http.Content;
import io.longshore.emulator.http.Exchange;
import io.longshore.emulator.http.Query;
import io.longshore.emulator.http.Reply;
import io.longshore.emulator.http.Responder;
import io.longshore.emulator.store.Store;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands in for the storage service to which blob downloads are redirected. */
public final class DataEndpoint implements Responder {
    private static final Pattern BLOB =
            Pattern.compile("/[^/?]+//docker/registry/v2/blobs/(sha256|sha512)/[0-9a-f]{2}/([0-9a-f]{64,128})/data");

    private final Store store;
    private final SignedAddresses addresses;

    /** Serves the blobs of this store at these addresses. */
    public DataEndpoint(Store store, SignedAddresses addresses) {
        this.store = store;
        this.addresses = addresses;
    }

    @Override
    public Reply respond(Exchange exchange, InputStream body, long length) {
        Matcher path = BLOB.matcher(exchange.path());
        Reply reply = path.matches()
                ? blob(exchange, path.group(1) + ":" + path.group(2), exchange.query())
                : error(400, "InvalidUri", "The requested URI does not represent any resource on the server.");
        return dressed(exchange, reply);
    }

    @Override
    public Reply dressed(Exchange exchange, Reply reply) {
        return reply.with("Server", "Windows-Azure-Blob/1.0")
                .with("x-ms-request-id", UUID.randomUUID().toString())
                .with("x-ms-version", "2018-03-28");
    }

    private Reply blob(Exchange exchange, String digest, String query) {
        if (exchange.headers().first("authorization").isPresent()) {
            return error(
                    400,
                    "InvalidAuthenticationInfo",
                    "Authentication information is not given in the correct format. Check the value of Authorization"
                            + " header.");
        }
        if (!isSigned(digest, query)) {
            return error(
                    403,
                    "AuthenticationFailed",
                    "Server failed to authenticate the request. Make sure the value of Authorization header is formed"
                            + " correctly including the signature.");
        }
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            return error(405, "UnsupportedHttpVerb", "The resource doesn't support specified Http Verb.");
        }
        OptionalLong size = store.blobs().size(digest);
        return size.isPresent() ? content(exchange, digest, size.getAsLong()) : notFound();
    }

    private boolean isSigned(String digest, String query) {
        try {
            return addresses.isValid(digest, Query.parse(query));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Reply content(Exchange exchange, String digest, long size) {
        ByteRange range = ByteRange.parse(exchange.headers().first("range").orElse(""), size);
        if (range instanceof ByteRange.Unsatisfiable) {
            return error(416, "InvalidRange", "The range specified is invalid for the current size of the resource.")
                    .with("Content-Range", "bytes */" + size);
        }
        int colon = digest.indexOf(':');
        String etag = "\"0x8D" + digest.substring(colon + 1, colon + 13).toUpperCase(Locale.ROOT) + "\"";
        return store.blobs()
                .open(digest)
                .map(file -> slice(file, size, range)
                        .with("Accept-Ranges", "bytes")
                        .with("ETag", etag)
                        .with("x-ms-blob-type", "AppendBlob"))
                .orElseGet(DataEndpoint::notFound);
    }

    private static Reply notFound() {
        return error(404, "BlobNotFound", "The specified blob does not exist.");
    }

    /** All or a part of an open file. */
    static Reply slice(FileChannel file, long size, ByteRange range) {
        if (range instanceof ByteRange.Part part) {
            return Reply.file(206, "application/octet-stream", new Content.FileSlice(file, part.first(), part.length()))
                    .with("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + size);
        }
        return Reply.file(200, "application/octet-stream", new Content.FileSlice(file, 0, size));
    }

    private static Reply error(int status, String code, String message) {
        String xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code + "</Code><Message>" + message
                + "</Message></Error>";
        return Reply.bytes(status, "application/xml", xml.getBytes(StandardCharsets.UTF_8))
                .with("x-ms-error-code", code);
    }
}
