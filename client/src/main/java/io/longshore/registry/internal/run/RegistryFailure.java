// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ResourceExistsException;
import com.azure.core.exception.ResourceModifiedException;
import com.azure.core.exception.ResourceNotFoundException;
import com.azure.core.http.HttpResponse;
import com.azure.core.models.ResponseError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

/** The one mapping from what went wrong to the exception the caller sees. */
public final class RegistryFailure {
    private static final int SHOWN_CONTENT = 1024;
    private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"<>?=]*=[^\\s\"<>]*");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");

    private RegistryFailure() {}

    /** The exception for an answer whose status the call did not expect. */
    static HttpResponseException of(String callName, WholeResponse response) {
        List<RegistryError> errors = RegistryError.parse(response.body());
        String message = callName + " failed: " + response.getStatusCode() + " " + printable(said(errors, response))
                + where(response) + advice(Advice.forAnswer(response, errors));
        ResponseError value = errors.isEmpty()
                ? null
                : new ResponseError(errors.get(0).code(), errors.get(0).message());
        return typed(message, response, value);
    }

    /** The exception for an answer that breaks the protocol although its status is fine. */
    static HttpResponseException unreadable(
            String callName, WholeResponse response, String reason, @Nullable Throwable cause) {
        String message = callName + " failed: " + Quoted.text(reason) + where(response)
                + advice("check that the endpoint is a container registry and that no proxy changes its answers");
        return new HttpResponseException(message, response, cause);
    }

    /** The exception for a connection that failed; anything that is no I/O failure is passed on as it is. */
    static RuntimeException fault(String callName, URL url, Throwable thrown) {
        if (thrown instanceof ConnectionFailure described) {
            return described;
        }
        if (unwrapped(thrown) instanceof IOException io) {
            return new ConnectionFailure(
                    callName + " failed: " + io.getMessage() + " (" + shown(url) + ")"
                            + advice(Advice.forFault(io, url.getHost())),
                    io);
        }
        return thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(callName, thrown);
    }

    /** The exception for a credential whose line to its own service broke; any other failure is as it was. */
    static Throwable credential(Throwable thrown) {
        // Waiting for a Mono wraps what is checked.
        return unwrapped(Exceptions.unwrap(thrown)) instanceof IOException io
                ? new ConnectionFailure(
                        "the credential could not get a token: " + io.getMessage()
                                + " - check that its login service can be reached from here, and the proxy settings",
                        io)
                : thrown;
    }

    private static Throwable unwrapped(Throwable thrown) {
        Throwable fault = thrown;
        while (fault instanceof UncheckedIOException && fault.getCause() != null) {
            fault = fault.getCause();
        }
        return fault;
    }

    private static HttpResponseException typed(String message, HttpResponse response, @Nullable Object value) {
        return switch (response.getStatusCode()) {
            case 401 -> new ClientAuthenticationException(message, response, value);
            case 404 -> new ResourceNotFoundException(message, response, value);
            case 409 -> new ResourceExistsException(message, response, value);
            case 412 -> new ResourceModifiedException(message, response, value);
            default -> new HttpResponseException(message, response, value);
        };
    }

    private static String said(List<RegistryError> errors, WholeResponse response) {
        if (!errors.isEmpty()) {
            String all = errors.stream().map(RegistryError::toString).collect(Collectors.joining("; "));
            return all.length() <= SHOWN_CONTENT ? all : all.substring(0, SHOWN_CONTENT) + "...";
        }
        String content =
                new String(response.body(), 0, Math.min(response.body().length, SHOWN_CONTENT), StandardCharsets.UTF_8);
        return content.isBlank() ? "without a body" : "Content: " + content.strip();
    }

    /** Errors quote URLs, whose queries carry signatures and upload states, and may hold what upsets a terminal. */
    private static String printable(String text) {
        return CONTROL.matcher(QUERY.matcher(text).replaceAll("?REDACTED")).replaceAll(" ");
    }

    private static String where(HttpResponse response) {
        return " (" + response.getRequest().getHttpMethod() + " "
                + shown(response.getRequest().getUrl()) + ")";
    }

    /** The URL without its query: queries carry signatures and upload states. */
    private static String shown(URL url) {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getProtocol() + "://" + url.getHost() + port + url.getPath();
    }

    private static String advice(String advice) {
        return advice.isEmpty() ? "" : " - " + advice;
    }
}
