// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.official.readme;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.util.BinaryData;
import io.longshore.emulator.EmulatorCredential;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryClientBuilder;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.ContainerRegistryContentClientBuilder;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import reactor.core.publisher.Mono;

/** What the README's examples refer to without showing it. Each example becomes a method of a subclass. */
public abstract class Surroundings {
    /** The registry. */
    protected final String endpoint;

    /** Its login. */
    protected final TokenCredential credential;

    /** A repository. */
    protected final String repositoryName = "samples/app";

    /** The same, as another example calls it. */
    protected final String repository = repositoryName;

    /** A tag in it. */
    protected final String tag = "latest";

    /** What the tag names. */
    protected final String digest;

    /** A client with a login. */
    protected final ContainerRegistryClient registryClient;

    /** A client without. */
    protected final ContainerRegistryClient anonymousClient;

    /** A client for the repository's content. */
    protected final ContainerRegistryContentClient contentClient;

    /** Stands for Jackson's mapper. */
    protected static final Printer PRETTY_PRINT = new Printer();

    private final Path folder;

    /** For the examples. */
    protected Surroundings(RegistryEmulator registry, Path folder) {
        this.endpoint = registry.endpoint();
        this.credential = new EmulatorCredential(registry);
        this.folder = folder;
        this.registryClient = new ContainerRegistryClientBuilder()
                .endpoint(endpoint)
                .credential(credential)
                .buildClient();
        this.anonymousClient =
                new ContainerRegistryClientBuilder().endpoint(endpoint).buildClient();
        this.contentClient = new ContainerRegistryContentClientBuilder()
                .endpoint(endpoint)
                .repositoryName(repositoryName)
                .credential(credential)
                .buildClient();
        this.digest = registryClient
                .getArtifact(repositoryName, tag)
                .getManifestProperties()
                .getDigest();
    }

    /** Runs the example. */
    public abstract Left run() throws Exception;

    /** The registry. */
    protected String getEndpoint() {
        return endpoint;
    }

    /** A repository. */
    protected String getRepositoryName() {
        return repositoryName;
    }

    /** A file of this name. */
    protected WritableByteChannel createFileChannel(String name) throws IOException {
        return Files.newByteChannel(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** What its variables of these names hold when an example ends: its own clients, or those from here. */
    public record Left(Object registryClient, Object contentClient) {}

    /** Writes JSON. */
    public static final class Printer {
        /** The value as JSON. */
        public String writeValueAsString(Object value) {
            return BinaryData.fromObject(value).toString();
        }
    }

    /** Stands for the one of azure-identity, which would ask Microsoft Entra: it is the registry's own login. */
    public final class DefaultAzureCredentialBuilder {
        /** The credential. */
        public DefaultAzureCredential build() {
            return new DefaultAzureCredential();
        }
    }

    /** Stands for the one of azure-identity. */
    public final class DefaultAzureCredential implements TokenCredential {
        @Override
        public Mono<AccessToken> getToken(TokenRequestContext request) {
            return credential.getToken(request);
        }

        @Override
        public AccessToken getTokenSync(TokenRequestContext request) {
            return credential.getTokenSync(request);
        }
    }
}
