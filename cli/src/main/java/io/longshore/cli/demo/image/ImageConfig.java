// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.image;

import com.azure.json.JsonProviders;
import com.azure.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** The configuration of an image: its platform, its command, and what its layers are when unpacked. */
final class ImageConfig {
    static final String MEDIA_TYPE = "application/vnd.oci.image.config.v1+json";

    private ImageConfig() {}

    static byte[] of(List<Layer> layers) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (JsonWriter json = JsonProviders.createWriter(content)) {
            json.writeStartObject()
                    .writeStringField("architecture", "amd64")
                    .writeStringField("os", "linux")
                    .writeStartObject("config")
                    .writeArrayField("Cmd", command(), JsonWriter::writeString)
                    .writeEndObject()
                    .writeStartObject("rootfs")
                    .writeStringField("type", "layers")
                    // The layers are not compressed, so these are their own digests.
                    .writeArrayField("diff_ids", layers, (writer, layer) -> writer.writeString(layer.digest()))
                    .writeEndObject()
                    .writeEndObject();
        }
        return content.toByteArray();
    }

    private static List<String> command() {
        return List.of("java", "-cp", "/app/lib/*", "io.longshore.cli.Longshore", "version");
    }
}
