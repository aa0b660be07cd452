// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import com.azure.core.http.rest.PagedIterable;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.RegistryArtifact;
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
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The blocking clients. */
final class SyncLibrary implements Library {
    private final Clients clients;
    private final ContainerRegistryClient registry;

    SyncLibrary(Clients clients) {
        this.clients = clients;
        this.registry = clients.registry().buildClient();
    }

    @Override
    public List<List<String>> repositories(Paging paging) {
        return pages(registry.listRepositoryNames(), paging);
    }

    @Override
    public void deleteRepository(String name) {
        registry.deleteRepository(name);
    }

    @Override
    public ContainerRepositoryProperties repository(String name) {
        return registry.getRepository(name).getProperties();
    }

    @Override
    public ContainerRepositoryProperties update(String name, ContainerRepositoryProperties changes) {
        return registry.getRepository(name).updateProperties(changes);
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
        return new Contents(clients.content(repository).buildClient());
    }

    private static <T> List<List<T>> pages(PagedIterable<T> all, Paging paging) {
        Iterator<PagedResponse<T>> pages = iterable(all, paging).iterator();
        List<List<T>> taken = new ArrayList<>();
        while (taken.size() < paging.pages() && pages.hasNext()) {
            taken.add(pages.next().getValue());
        }
        return taken;
    }

    private static <T> Iterable<PagedResponse<T>> iterable(PagedIterable<T> all, Paging paging) {
        if (!paging.token().isEmpty()) {
            return all.iterableByPage(paging.token());
        }
        return paging.size() == 0 ? all.iterableByPage() : all.iterableByPage(paging.size());
    }

    private record Artifact(RegistryArtifact artifact) implements Library.Artifact {
        @Override
        public ArtifactManifestProperties properties() {
            return artifact.getManifestProperties();
        }

        @Override
        public ArtifactManifestProperties update(ArtifactManifestProperties changes) {
            return artifact.updateManifestProperties(changes);
        }

        @Override
        public ArtifactTagProperties tag(String tag) {
            return artifact.getTagProperties(tag);
        }

        @Override
        public ArtifactTagProperties update(String tag, ArtifactTagProperties changes) {
            return artifact.updateTagProperties(tag, changes);
        }

        @Override
        public List<List<ArtifactTagProperties>> tags(ArtifactTagOrder order, Paging paging) {
            return pages(artifact.listTagProperties(order), paging);
        }

        @Override
        public void deleteTag(String tag) {
            artifact.deleteTag(tag);
        }

        @Override
        public void delete() {
            artifact.delete();
        }
    }

    private record Contents(ContainerRegistryContentClient client) implements Library.Contents {
        @Override
        public String set(SetManifestOptions manifest) {
            return client.setManifestWithResponse(manifest, Context.NONE)
                    .getValue()
                    .getDigest();
        }

        @Override
        public GetManifestResult get(String reference) {
            return client.getManifest(reference);
        }

        @Override
        public UploadRegistryBlobResult upload(BinaryData content) {
            return client.uploadBlob(content);
        }

        @Override
        public Content download(String digest) {
            ByteArrayOutputStream target = new ByteArrayOutputStream();
            client.downloadStream(digest, Channels.newChannel(target));
            return Content.of(target.toByteArray());
        }

        @Override
        public void deleteBlob(String digest) {
            client.deleteBlob(digest);
        }

        @Override
        public void deleteManifest(String digest) {
            client.deleteManifest(digest);
        }
    }
}
