// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import io.longshore.registry.ContainerRegistryContentAsyncClient;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.OciDescriptor;
import io.longshore.registry.models.OciImageManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Downloads an image into a folder: the manifest as it is, and each blob as a file named by its digest. */
public final class DownloadImage {

    private DownloadImage() {}

    /**
     * Downloads it. Every file is whole and has the digest that the manifest names.
     *
     * @param client the client of the repository
     * @param folder where to
     * @throws IOException if the manifest cannot be written
     */
    public static void download(ContainerRegistryContentClient client, Path folder) throws IOException {
        GetManifestResult result = client.getManifest("demo");
        Files.write(folder.resolve("manifest.json"), result.getManifest().toBytes());
        OciImageManifest manifest = result.getManifest().toObject(OciImageManifest.class);
        for (OciDescriptor blob : blobs(manifest)) {
            client.downloadBlobToFile(blob.getDigest(), folder.resolve(hex(blob)));
        }
    }

    /**
     * Downloads its blobs. Every file is whole and has the digest that the manifest names.
     *
     * @param client the client of the repository
     * @param folder where to
     * @return completes when all are there
     */
    public static Mono<Void> downloadAsync(ContainerRegistryContentAsyncClient client, Path folder) {
        return client.getManifest("demo")
                .map(result -> result.getManifest().toObject(OciImageManifest.class))
                .flatMapMany(manifest -> Flux.fromIterable(blobs(manifest)))
                .concatMap(blob -> client.downloadBlobToFile(blob.getDigest(), folder.resolve(hex(blob))))
                .then();
    }

    private static List<OciDescriptor> blobs(OciImageManifest manifest) {
        List<OciDescriptor> blobs = new ArrayList<>(manifest.getLayers());
        blobs.add(manifest.getConfiguration());
        return blobs;
    }

    /** A colon is not for file names. */
    private static String hex(OciDescriptor blob) {
        String digest = Objects.requireNonNull(blob.getDigest());
        return digest.substring(digest.indexOf(':') + 1);
    }
}
