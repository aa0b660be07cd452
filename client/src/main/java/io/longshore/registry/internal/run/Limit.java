// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpResponse;
import java.util.Arrays;

/**
 * How much of a body is read into memory, and what happens beyond it.
 *
 * @param open the body stays on the connection
 * @param bytes how much is read
 * @param refused whether more than that is an error; what is cut off an error body only shortens a message
 */
record Limit(boolean open, int bytes, boolean refused, Call<?> call, HttpResponse response) {
    private static final int ERROR_BODY = 64 * 1024;

    static Limit of(Call<?> call, HttpResponse response) {
        boolean success = response.getStatusCode() / 100 == 2;
        if (success && call.reading() instanceof Call.Reading.Open) {
            return new Limit(response.getRequest().getHttpMethod() != HttpMethod.HEAD, 0, false, call, response);
        }
        return success && call.reading() instanceof Call.Reading.Whole whole
                ? new Limit(false, whole.limit(), true, call, response)
                : new Limit(false, ERROR_BODY, false, call, response);
    }

    /** The body within the limit; {@code read} holds at most one byte more. */
    byte[] check(byte[] read) {
        if (read.length <= bytes) {
            return read;
        }
        if (refused) {
            throw RegistryFailure.unreadable(
                    call.name(),
                    new WholeResponse(response, new byte[0]),
                    "the body is larger than the " + bytes + " bytes allowed",
                    null);
        }
        return Arrays.copyOf(read, bytes);
    }
}
