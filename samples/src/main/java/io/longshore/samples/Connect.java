// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import io.longshore.registry.models.ContainerRegistryAudience;

/** The ways to a client: with an Entra identity, anonymously, for one repository's content, in a national cloud. */
public final class Connect {

    private Connect() {}

    /**
     * With an Entra identity.
     *
     * @param endpoint the registry, such as {@code https://myregistry.azurecr.io}
     * @param credential who asks, such as azure-identity's {@code DefaultAzureCredential}
     * @return a client
     */
    public static ContainerRegistryClient withEntra(String endpoint, TokenCredential credential) {
        return new ContainerRegistryClientBuilder()
                .endpoint(endpoint)
                .credential(credential)
                .buildClient();
    }

    /**
     * With an Entra identity, for reactive callers.
     *
     * @param endpoint the registry
     * @param credential who asks
     * @return a client
     */
    public static ContainerRegistryAsyncClient withEntraAsync(String endpoint, TokenCredential credential) {
        return new ContainerRegistryClientBuilder()
                .endpoint(endpoint)
                .credential(credential)
                .buildAsyncClient();
    }

    /**
     * Without a login, for registries that allow anonymous pull.
     *
     * @param endpoint the registry
     * @return a client
     */
    public static ContainerRegistryClient anonymously(String endpoint) {
        return new ContainerRegistryClientBuilder().endpoint(endpoint).buildClient();
    }

    /**
     * For the manifests and blobs of one repository.
     *
     * @param endpoint the registry
     * @param credential who asks
     * @return a client
     */
    public static ContainerRegistryContentClient forContent(String endpoint, TokenCredential credential) {
        return new ContainerRegistryContentClientBuilder()
                .endpoint(endpoint)
                .repositoryName("sample-oci-image")
                .credential(credential)
                .buildClient();
    }

    /**
     * In a national cloud: the credential asks that cloud's authority, and the audience is that cloud's.
     *
     * @param endpoint the registry, such as {@code https://myregistry.azurecr.cn}
     * @param credential who asks, built for the cloud's authority host
     * @return a client
     */
    public static ContainerRegistryClient inChina(String endpoint, TokenCredential credential) {
        return new ContainerRegistryClientBuilder()
                .endpoint(endpoint)
                .credential(credential)
                .audience(ContainerRegistryAudience.AZURE_RESOURCE_MANAGER_CHINA)
                .buildClient();
    }

    /**
     * With a log of what is sent, through SLF4J.
     *
     * @param endpoint the registry
     * @return a client
     */
    public static ContainerRegistryClient logged(String endpoint) {
        return new ContainerRegistryClientBuilder()
                .endpoint(endpoint)
                .httpLogOptions(new HttpLogOptions().setLogLevel(HttpLogDetailLevel.HEADERS))
                .buildClient();
    }
}
