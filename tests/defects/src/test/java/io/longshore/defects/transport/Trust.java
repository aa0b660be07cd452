// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.transport;

import com.azure.core.http.HttpClient;
import io.longshore.registry.transport.RegistryHttpClientBuilder;
import java.security.cert.X509Certificate;
import java.util.List;

/** The transport that this library's clients use by default, with one more certificate to trust. */
public final class Trust {
    private Trust() {}

    /** A client that accepts this certificate. */
    public static HttpClient in(X509Certificate certificate) {
        return new RegistryHttpClientBuilder()
                .trustCertificates(List.of(certificate))
                .build();
    }
}
