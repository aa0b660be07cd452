// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import com.azure.core.util.BinaryData;
import io.longshore.registry.ContainerRegistryContentAsyncClient;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.models.OciDescriptor;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.registry.models.SetManifestResult;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.nio.file.Path;
import java.util.List;
import reactor.core.publisher.Mono;

/** Uploads an image: its configuration, a layer, and the manifest that names both, under a tag. */
public final class UploadImage {

    private UploadImage() {}

    /**
     * Uploads it.
     *
     * @param client the client of the repository
     * @param layerFile the layer, of any size
     * @return the manifest's digest
     */
    public static String upload(ContainerRegistryContentClient client, Path layerFile) {
        UploadRegistryBlobResult config = client.uploadBlob(BinaryData.fromString("{\"sample\": \"config\"}"));
        UploadRegistryBlobResult layer = client.uploadBlobFromFile(layerFile);
        OciImageManifest manifest = new OciImageManifest()
                .setConfiguration(descriptor(config, "application/vnd.oci.image.config.v1+json"))
                .setLayers(List.of(descriptor(layer, "application/vnd.oci.image.layer.v1.tar")));
        return client.setManifest(manifest, "demo").getDigest();
    }

    /**
     * Uploads it.
     *
     * @param client the client of the repository
     * @param layerFile the layer, of any size
     * @return the manifest's digest
     */
    public static Mono<String> uploadAsync(ContainerRegistryContentAsyncClient client, Path layerFile) {
        return Mono.zip(
                        client.uploadBlob(BinaryData.fromString("{\"sample\": \"config\"}")),
                        client.uploadBlobFromFile(layerFile))
                .map(blobs -> new OciImageManifest()
                        .setConfiguration(descriptor(blobs.getT1(), "application/vnd.oci.image.config.v1+json"))
                        .setLayers(List.of(descriptor(blobs.getT2(), "application/vnd.oci.image.layer.v1.tar"))))
                .flatMap(manifest -> client.setManifest(manifest, "demo"))
                .map(SetManifestResult::getDigest);
    }

    private static OciDescriptor descriptor(UploadRegistryBlobResult blob, String mediaType) {
        return new OciDescriptor()
                .setDigest(blob.getDigest())
                .setSizeInBytes(blob.getSizeInBytes())
                .setMediaType(mediaType);
    }
}
