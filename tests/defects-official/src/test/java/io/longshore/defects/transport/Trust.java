// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.transport;

import com.azure.core.http.HttpClient;
import com.azure.core.http.netty.NettyAsyncHttpClientBuilder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLException;

/** The transport that the official library uses by default, with one certificate to trust. */
public final class Trust {
    private Trust() {}

    /** A client that accepts this certificate. */
    public static HttpClient in(X509Certificate certificate) {
        try {
            SslContext tls =
                    SslContextBuilder.forClient().trustManager(certificate).build();
            return new NettyAsyncHttpClientBuilder(
                            reactor.netty.http.client.HttpClient.create().secure(spec -> spec.sslContext(tls)))
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }
}
