// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.image;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.models.OciAnnotations;
import io.longshore.registry.models.OciDescriptor;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.registry.models.SetManifestOptions;
import io.longshore.registry.models.UploadRegistryBlobResult;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Pushes images to one repository: the layers that it lacks, the configuration, the manifest. Not thread-safe. */
public final class ImagePush {
    private static final String LAYER = "application/vnd.oci.image.layer.v1.tar";

    private final ContainerRegistryContentClient client;
    private final Set<String> present = new HashSet<>();

    /** Pushes to the client's repository. */
    public ImagePush(ContainerRegistryContentClient client) {
        this.client = client;
    }

    /** Pushes an image of these layers under all of these tags. */
    public PushedImage push(List<Layer> layers, List<String> tags) throws IOException {
        List<Layer> missing = layers.stream()
                .filter(layer -> !present.contains(layer.digest()))
                .toList();
        long bytes = 0;
        for (Layer layer : missing) {
            bytes += upload(BinaryData.fromFile(layer.tar()), layer.digest());
            present.add(layer.digest());
        }
        byte[] config = ImageConfig.of(layers);
        String configDigest = Sha256.of(config);
        bytes += upload(BinaryData.fromBytes(config), configDigest);
        OciImageManifest manifest = new OciImageManifest()
                .setSchemaVersion(2)
                .setConfiguration(descriptor(ImageConfig.MEDIA_TYPE, configDigest, config.length))
                .setLayers(layers.stream().map(ImagePush::descriptor).toList())
                .setAnnotations(new OciAnnotations().setVersion(tags.get(0)));
        return new PushedImage(
                client.getRepositoryName(), tags, publish(manifest, tags), layers, missing.size(), bytes);
    }

    private long upload(BinaryData content, String digest) {
        UploadRegistryBlobResult result = client.uploadBlob(content);
        if (!result.getDigest().equals(digest)) {
            throw new IllegalStateException("the registry stored " + result.getDigest() + " instead of " + digest);
        }
        return result.getSizeInBytes();
    }

    private String publish(OciImageManifest manifest, List<String> tags) {
        SetManifestOptions options = new SetManifestOptions(manifest);
        String expected = Sha256.of(options.getManifest().toBytes());
        for (String tag : tags) {
            String digest = client.setManifestWithResponse(options.setTag(tag), Context.NONE)
                    .getValue()
                    .getDigest();
            if (!digest.equals(expected)) {
                throw new IllegalStateException("the registry stored " + digest + " instead of " + expected);
            }
        }
        return expected;
    }

    private static OciDescriptor descriptor(Layer layer) {
        return descriptor(LAYER, layer.digest(), layer.size())
                .setAnnotations(new OciAnnotations().setTitle(layer.name()));
    }

    private static OciDescriptor descriptor(String mediaType, String digest, long size) {
        return new OciDescriptor().setMediaType(mediaType).setDigest(digest).setSizeInBytes(size);
    }
}
