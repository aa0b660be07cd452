// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class RegistryEmulatorTest {
    @Test
    void pushAndPull_ofAnImage_givesBackTheSameBytes() {
        try (RegistryEmulator emulator = RegistryEmulator.start()) {
            Caller caller = new Caller(emulator);
            byte[] layer = Caller.bytes("a layer");
            String digest = caller.pushBlob("library/app", layer);
            String config =
                    caller.pushBlob("library/app", Caller.bytes("{\"architecture\":\"arm64\",\"os\":\"linux\"}"));
            String manifest =
                    "{\"schemaVersion\":2,\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\","
                            + "\"digest\":\"" + config + "\",\"size\":37},\"layers\":[{\"mediaType\":"
                            + "\"application/vnd.oci.image.layer.v1.tar\",\"digest\":\"" + digest + "\",\"size\":7}]}";
            assertThat(caller.pushManifest("library/app", "v1", Caller.OCI_MANIFEST, manifest)
                            .statusCode())
                    .isEqualTo(201);

            HttpResponse<byte[]> pulled = caller.get(Caller.pull("library/app"), "/v2/library%2Fapp/manifests/v1");
            assertThat(Caller.text(pulled)).isEqualTo(manifest);
            HttpResponse<byte[]> redirect = caller.get(Caller.pull("library/app"), "/v2/library/app/blobs/" + digest);
            assertThat(redirect.statusCode()).isEqualTo(307);
            assertThat(caller.send("GET", Caller.header(redirect, "Location"), null)
                            .body())
                    .isEqualTo(layer);
            assertThat(Caller.text(caller.get(Caller.read("library/app"), "/acr/v1/library/app/_manifests")))
                    .contains("\"imageSize\":7,", "\"architecture\":\"arm64\",\"os\":\"linux\"", "\"tags\":[\"v1\"]");
        }
    }
}
