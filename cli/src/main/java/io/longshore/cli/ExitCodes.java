// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli;

import com.azure.core.exception.HttpResponseException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IExitCodeExceptionMapper;

/** What a script can tell from the exit code. */
final class ExitCodes implements IExitCodeExceptionMapper {
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int NOT_FOUND = 3;
    static final int DENIED = 4;
    static final int UNREACHABLE = 5;

    @Override
    public int getExitCode(Throwable failure) {
        if (failure instanceof HttpResponseException answer && answer.getResponse() != null) {
            return ofStatus(answer.getResponse().getStatusCode());
        }
        return isUnreachable(failure instanceof UncheckedIOException ? failure.getCause() : failure)
                ? UNREACHABLE
                : FAILED;
    }

    private static int ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> DENIED;
            case 404 -> NOT_FOUND;
            case 429, 502, 503, 504 -> UNREACHABLE;
            default -> FAILED;
        };
    }

    /** A port of our own that is taken is no registry that cannot be reached. */
    private static boolean isUnreachable(@Nullable Throwable fault) {
        return fault instanceof UnknownHostException
                || fault instanceof InterruptedIOException
                || fault instanceof SSLException
                || (fault instanceof SocketException && !(fault instanceof BindException));
    }
}
