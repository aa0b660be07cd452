// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.http.HttpResponse;

/**
 * Content that is still on the connection.
 *
 * @param answer owns the connection; the driver that reads it closes it on every path
 * @param length of the whole content in bytes, -1 if unknown
 * @param exhausted whether there was nothing left to send: the answer has no content then
 */
public record OpenContent(Answer answer, long length, boolean exhausted) {

    HttpResponse response() {
        return answer.open();
    }
}
