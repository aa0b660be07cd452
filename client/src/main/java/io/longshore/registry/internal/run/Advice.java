// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;

/** What the reader of an error should do next. */
final class Advice {

    private Advice() {}

    static String forAnswer(HttpResponse response, List<RegistryError> errors) {
        String code = errors.isEmpty() ? "" : errors.get(0).code();
        return switch (response.getStatusCode()) {
            case 401 -> unauthorized(response);
            case 403 -> "the registry refuses this caller: check its firewall rules and the roles of the identity";
            case 404 -> notFound(code, errors.isEmpty());
            case 405 ->
                code.contains("DISALLOWED")
                        ? "it is locked: look at its writeEnabled and deleteEnabled properties and set them first"
                        : "the registry does not offer this operation";
            case 429 ->
                "the registry throttles this caller: make fewer calls at a time, or wait" + retryAfter(response);
            case 500, 502, 503, 504 -> "the registry failed: try again later";
            default -> "";
        };
    }

    private static String unauthorized(HttpResponse response) {
        String challenge = response.getHeaderValue(HttpHeaderName.WWW_AUTHENTICATE);
        boolean sentToken = response.getRequest().getHeaders().get(HttpHeaderName.AUTHORIZATION) != null;
        if (challenge != null && challenge.contains("insufficient_scope")) {
            return "the login was accepted but lacks the right: grant the identity a role that has it"
                    + " (AcrPull to read, AcrPush to write, AcrDelete to delete), or sign in if this was anonymous";
        }
        if (challenge == null && !sentToken) {
            return "the token service does not accept this login: check the credential, its tenant and its audience,"
                    + " and give the builder one if it has none";
        }
        return sentToken
                ? "the registry rejected the token: check the credential, its audience and the clock"
                : "the registry wants a login: give the builder a credential";
    }

    private static String notFound(String code, boolean unroutable) {
        if (code.startsWith("BLOB_UPLOAD")) {
            return "the upload session is gone, as after a repeated or lost request: start the upload again";
        }
        return unroutable
                ? "the path did not reach a resource: repository names are lower-case letters, digits and . _ - /,"
                        + " tags have no blanks, and a digest reads sha256: and 64 hex digits"
                : "";
    }

    private static String retryAfter(HttpResponse response) {
        String value = response.getHeaderValue(HttpHeaderName.RETRY_AFTER);
        return value == null ? "" : " (Retry-After: " + value + ")";
    }

    static String forFault(Throwable fault, String host) {
        if (fault instanceof UnknownHostException) {
            return "the host name " + host + " is not known: check the endpoint's spelling, the name service and the"
                    + " proxy settings";
        }
        if (fault instanceof ConnectException || fault instanceof NoRouteToHostException) {
            return "nothing answers at " + host + ": check the port, the firewall and the proxy settings";
        }
        if (fault instanceof SSLException) {
            return "the certificate or the TLS settings of " + host + " are not accepted: trust its certificate"
                    + " authority (RegistryHttpClientBuilder.trustCertificates), and check that the endpoint speaks"
                    + " https";
        }
        // A write that takes too long arrives as its consequence from the reactive side of the transport.
        boolean closedHere = fault instanceof SocketException && "Socket closed".equals(fault.getMessage());
        if (closedHere || fault instanceof InterruptedIOException) {
            return host + " did not answer in time: try again, or raise the timeouts of the HTTP client";
        }
        return "the connection to " + host + " broke: try again";
    }
}
