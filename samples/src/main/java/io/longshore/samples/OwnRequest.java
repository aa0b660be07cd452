// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.longshore.registry.ContainerRegistryContentClient;
import java.net.URI;

/** Sends a request that the library has no method for, with the client's login. */
public final class OwnRequest {

    private OwnRequest() {}

    /**
     * Asks whether a blob is there.
     *
     * @param client the client of the repository
     * @param digest the blob's digest
     * @return the status: 200 or a redirect to the content if it is, 404 if not
     */
    public static int status(ContainerRegistryContentClient client, String digest) {
        String url = URI.create(client.getEndpoint())
                .resolve("/v2/" + client.getRepositoryName() + "/blobs/" + digest)
                .toString();
        try (HttpResponse response =
                client.getHttpPipeline().sendSync(new HttpRequest(HttpMethod.HEAD, url), Context.NONE)) {
            return response.getStatusCode();
        }
    }
}
