// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import com.azure.core.util.BinaryData;
import io.longshore.registry.models.OciDescriptor;
import io.longshore.registry.models.OciImageManifest;
import io.longshore.scenarios.api.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A configuration, a layer, and the manifest that holds them together. */
final class OciArtifact {
    static final byte[] CONFIG = "{\"stages\":2,\"fuel\":\"methane\"}".getBytes(StandardCharsets.UTF_8);
    static final byte[] LAYER = "the layer of a small rocket\n".getBytes(StandardCharsets.UTF_8);

    private static final String CONFIG_TYPE = "application/vnd.acme.rocket.config";
    private static final String LAYER_TYPE = "application/vnd.oci.image.layer.v1.tar";

    private OciArtifact() {}

    static void uploadBlobs(Content content) {
        content.upload(BinaryData.fromBytes(CONFIG));
        content.upload(BinaryData.fromBytes(LAYER));
    }

    static OciImageManifest manifest() {
        return new OciImageManifest()
                .setSchemaVersion(2)
                .setConfiguration(descriptor(CONFIG_TYPE, CONFIG))
                .setLayers(List.of(descriptor(LAYER_TYPE, LAYER)));
    }

    /** The same, with blanks that a model would not write. */
    static byte[] json() {
        return """
                {
                  "schemaVersion": 2,
                  "config": {"mediaType": "%s", "size": %d, "digest": "%s"},
                  "layers": [{"mediaType": "%s", "size": %d, "digest": "%s"}]
                }
                """.formatted(
                        CONFIG_TYPE, CONFIG.length, Bytes.digest(CONFIG), LAYER_TYPE, LAYER.length, Bytes.digest(LAYER))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static OciDescriptor descriptor(String mediaType, byte[] content) {
        return new OciDescriptor()
                .setMediaType(mediaType)
                .setDigest(Bytes.digest(content))
                .setSizeInBytes((long) content.length);
    }
}
