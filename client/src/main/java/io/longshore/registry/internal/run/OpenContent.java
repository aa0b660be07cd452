// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpResponse;
import java.util.function.Supplier;

/**
 * Content that is still on the connection, and what checks it as it passes.
 *
 * @param name what is read, for error messages
 * @param response owns the connection; the driver that reads it closes it on every path
 * @param check makes a fresh check for one pass over the content
 */
public record OpenContent(String name, HttpResponse response, Supplier<Check> check) {

    /** Sees every byte of the content once, in order. */
    public interface Check {
        /** Takes the next bytes; leaves the buffer's position as it was. */
        void update(java.nio.ByteBuffer bytes);

        /** The content ended: throws if it is not what was asked for. */
        void finish();
    }

    /** Headers of the answer that carries the content. */
    public HttpHeaders headers() {
        return response.getHeaders();
    }
}
