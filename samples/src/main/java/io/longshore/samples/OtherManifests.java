// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.samples;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.models.ManifestMediaType;
import io.longshore.registry.models.SetManifestOptions;

/** Stores a manifest of any media type, byte for byte. */
public final class OtherManifests {

    private OtherManifests() {}

    /**
     * Stores a Docker manifest list under a tag.
     *
     * @param client the client of the repository
     * @param manifestList its bytes
     * @return its digest
     */
    public static String set(ContainerRegistryContentClient client, BinaryData manifestList) {
        SetManifestOptions options = new SetManifestOptions(
                        manifestList,
                        ManifestMediaType.fromString("application/vnd.docker.distribution.manifest.list.v2+json"))
                .setTag("all-platforms");
        return client.setManifestWithResponse(options, Context.NONE).getValue().getDigest();
    }
}
