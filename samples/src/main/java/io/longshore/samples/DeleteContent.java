// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import io.longshore.registry.ContainerRegistryContentAsyncClient;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.OciDescriptor;
import io.longshore.registry.models.OciImageManifest;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deletes an image's manifest, or the blobs of its layers. */
public final class DeleteContent {

    private DeleteContent() {}

    /**
     * Deletes the manifest behind a tag, and with it all its tags.
     *
     * @param client the client of the repository
     */
    public static void deleteManifest(ContainerRegistryContentClient client) {
        GetManifestResult result = client.getManifest("demo");
        client.deleteManifest(result.getDigest());
    }

    /**
     * Deletes the manifest behind a tag, and with it all its tags.
     *
     * @param client the client of the repository
     * @return completes when it is done
     */
    public static Mono<Void> deleteManifestAsync(ContainerRegistryContentAsyncClient client) {
        return client.getManifest("demo").flatMap(result -> client.deleteManifest(result.getDigest()));
    }

    /**
     * Deletes the layers of an image.
     *
     * @param client the client of the repository
     */
    public static void deleteLayers(ContainerRegistryContentClient client) {
        GetManifestResult result = client.getManifest("demo");
        OciImageManifest manifest = result.getManifest().toObject(OciImageManifest.class);
        for (OciDescriptor layer : layers(manifest)) {
            client.deleteBlob(layer.getDigest());
        }
    }

    /**
     * Deletes the layers of an image.
     *
     * @param client the client of the repository
     * @return completes when it is done
     */
    public static Mono<Void> deleteLayersAsync(ContainerRegistryContentAsyncClient client) {
        return client.getManifest("demo")
                .map(result -> result.getManifest().toObject(OciImageManifest.class))
                .flatMapMany(manifest -> Flux.fromIterable(layers(manifest)))
                .concatMap(layer -> client.deleteBlob(layer.getDigest()))
                .then();
    }

    /** A manifest need not have any. */
    private static List<OciDescriptor> layers(OciImageManifest manifest) {
        return Objects.requireNonNullElse(manifest.getLayers(), List.of());
    }
}
