// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import com.azure.core.http.rest.PagedFlux;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.BinaryData;
import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryContentAsyncClient;
import io.longshore.registry.RegistryArtifactAsync;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.registry.models.UploadRegistryBlobResult;
import io.longshore.replay.recording.Content;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The reactive clients. */
final class AsyncLibrary implements Library {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Clients clients;
    private final ContainerRegistryAsyncClient registry;

    AsyncLibrary(Clients clients) {
        this.clients = clients;
        this.registry = clients.registry().buildAsyncClient();
    }

    @Override
    public List<List<String>> repositories(Paging paging) {
        return pages(registry.listRepositoryNames(), paging);
    }

    @Override
    public void deleteRepository(String name) {
        registry.deleteRepository(name).block(LIMIT);
    }

    @Override
    public ContainerRepositoryProperties repository(String name) {
        return value(registry.getRepository(name).getProperties());
    }

    @Override
    public ContainerRepositoryProperties update(String name, ContainerRepositoryProperties changes) {
        return value(registry.getRepository(name).updateProperties(changes));
    }

    @Override
    public List<List<ArtifactManifestProperties>> manifests(
            String repository, ArtifactManifestOrder order, Paging paging) {
        return pages(registry.getRepository(repository).listManifestProperties(order), paging);
    }

    @Override
    public List<List<ArtifactTagProperties>> tags(String repository, ArtifactTagOrder order, Paging paging) {
        return pages(registry.getRepository(repository).listTagProperties(order), paging);
    }

    @Override
    public Library.Artifact artifact(String repository, String reference) {
        return new Artifact(registry.getArtifact(repository, reference));
    }

    @Override
    public Library.Contents contents(String repository) {
        return new Contents(clients.content(repository).buildAsyncClient());
    }

    private static <T> T value(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(LIMIT));
    }

    private static <T> List<List<T>> pages(PagedFlux<T> all, Paging paging) {
        return value(flux(all, paging)
                .take(paging.pages())
                .map(PagedResponse::getValue)
                .collectList());
    }

    private static <T> Flux<PagedResponse<T>> flux(PagedFlux<T> all, Paging paging) {
        if (!paging.token().isEmpty()) {
            return all.byPage(paging.token());
        }
        return paging.size() == 0 ? all.byPage() : all.byPage(paging.size());
    }

    private record Artifact(RegistryArtifactAsync artifact) implements Library.Artifact {
        @Override
        public ArtifactManifestProperties properties() {
            return value(artifact.getManifestProperties());
        }

        @Override
        public ArtifactManifestProperties update(ArtifactManifestProperties changes) {
            return value(artifact.updateManifestProperties(changes));
        }

        @Override
        public ArtifactTagProperties tag(String tag) {
            return value(artifact.getTagProperties(tag));
        }

        @Override
        public ArtifactTagProperties update(String tag, ArtifactTagProperties changes) {
            return value(artifact.updateTagProperties(tag, changes));
        }

        @Override
        public List<List<ArtifactTagProperties>> tags(ArtifactTagOrder order, Paging paging) {
            return pages(artifact.listTagProperties(order), paging);
        }

        @Override
        public void deleteTag(String tag) {
            artifact.deleteTag(tag).block(LIMIT);
        }

        @Override
        public void delete() {
            artifact.delete().block(LIMIT);
        }
    }

    private record Contents(ContainerRegistryContentAsyncClient client) implements Library.Contents {
        @Override
        public String set(SetManifestOptions manifest) {
            return value(client.setManifestWithResponse(manifest)).getValue().getDigest();
        }

        @Override
        public GetManifestResult get(String reference) {
            return value(client.getManifest(reference));
        }

        @Override
        public UploadRegistryBlobResult upload(BinaryData content) {
            return value(client.uploadBlob(content));
        }

        @Override
        public Content download(String digest) {
            return Content.of(value(client.downloadStream(digest)
                            .flatMapMany(BinaryData::toFluxByteBuffer)
                            .reduceWith(ByteArrayOutputStream::new, AsyncLibrary::add))
                    .toByteArray());
        }

        @Override
        public void deleteBlob(String digest) {
            client.deleteBlob(digest).block(LIMIT);
        }

        @Override
        public void deleteManifest(String digest) {
            client.deleteManifest(digest).block(LIMIT);
        }
    }

    private static ByteArrayOutputStream add(ByteArrayOutputStream all, ByteBuffer part) {
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        all.writeBytes(bytes);
        return all;
    }
}
