// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import io.longshore.registry.ContainerRegistryAsyncClient;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRepository;
import io.longshore.registry.ContainerRepositoryAsync;
import io.longshore.registry.RegistryArtifact;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import java.io.PrintStream;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Deletes the manifests of every repository but the newest three. A repository's list is read to its end before
 * anything in it is deleted, so that no deletion changes the pages that are still to come.
 */
public final class DeleteImages {
    private static final int KEPT = 3;

    private DeleteImages() {}

    /**
     * Deletes them.
     *
     * @param client the registry's client
     * @param out tells what is deleted
     */
    public static void delete(ContainerRegistryClient client, PrintStream out) {
        for (String name : client.listRepositoryNames()) {
            ContainerRepository repository = client.getRepository(name);
            List<ArtifactManifestProperties> newestFirst =
                    repository.listManifestProperties(ArtifactManifestOrder.LAST_UPDATED_ON_DESCENDING).stream()
                            .toList();
            for (ArtifactManifestProperties manifest :
                    newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
                out.println("Deleting " + name + "@" + manifest.getDigest() + " with its tags " + manifest.getTags());
                RegistryArtifact image = repository.getArtifact(manifest.getDigest());
                manifest.getTags().forEach(image::deleteTag);
                image.delete();
            }
        }
    }

    /**
     * Deletes them.
     *
     * @param client the registry's client
     * @return completes when it is done
     */
    public static Mono<Void> deleteAsync(ContainerRegistryAsyncClient client) {
        return client.listRepositoryNames()
                .concatMap(name -> keepNewest(client.getRepository(name)))
                .then();
    }

    private static Mono<Void> keepNewest(ContainerRepositoryAsync repository) {
        return repository
                .listManifestProperties(ArtifactManifestOrder.LAST_UPDATED_ON_DESCENDING)
                .collectList()
                .flatMapIterable(
                        newestFirst -> newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size()))
                .concatMap(
                        manifest -> repository.getArtifact(manifest.getDigest()).delete())
                .then();
    }
}
