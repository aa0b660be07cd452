// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.image;

import com.azure.json.JsonProviders;
import com.azure.json.JsonWriter;
import io.longshore.registry.ContainerRegistryContentClient;
import io.longshore.registry.models.GetManifestResult;
import io.longshore.registry.models.OciDescriptor;
import io.longshore.registry.models.OciImageManifest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * An image in a folder, in the form of an OCI image layout, which other tools read too.
 *
 * @param folder where it is; made if need be
 */
public record ImageLayout(Path folder) {
    /** Pulls the image with this tag or digest and returns the names of its blobs, the manifest's first. */
    public List<String> pull(ContainerRegistryContentClient client, String reference) throws IOException {
        Files.createDirectories(blobs());
        GetManifestResult found = client.getManifest(reference);
        byte[] manifest = found.getManifest().toBytes();
        Files.write(file(found.getDigest()), manifest);
        List<String> digests = new ArrayList<>(List.of(found.getDigest()));
        for (OciDescriptor blob : blobs(found.getManifest().toObject(OciImageManifest.class))) {
            String digest = Objects.requireNonNull(blob.getDigest(), "digest");
            try (FileChannel channel = FileChannel.open(
                    file(digest),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                client.downloadStream(digest, channel);
            }
            digests.add(digest);
        }
        Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        writeIndex(found, manifest.length);
        return digests;
    }

    /** Reads these blobs from the disk again and returns those whose contents have another digest. */
    public List<String> damaged(Collection<String> digests) throws IOException {
        List<String> damaged = new ArrayList<>();
        for (String digest : digests) {
            if (!Sha256.of(file(digest)).equals(digest)) {
                damaged.add(digest);
            }
        }
        return damaged;
    }

    /** The bytes of these blobs. */
    public long size(Collection<String> digests) throws IOException {
        long size = 0;
        for (String digest : digests) {
            size += Files.size(file(digest));
        }
        return size;
    }

    private void writeIndex(GetManifestResult manifest, long size) throws IOException {
        try (JsonWriter json = JsonProviders.createWriter(Files.newOutputStream(folder.resolve("index.json")))) {
            json.writeStartObject()
                    .writeIntField("schemaVersion", 2)
                    .writeStartArray("manifests")
                    .writeStartObject()
                    .writeStringField(
                            "mediaType", manifest.getManifestMediaType().toString())
                    .writeStringField("digest", manifest.getDigest())
                    .writeLongField("size", size)
                    .writeEndObject()
                    .writeEndArray()
                    .writeEndObject();
        }
    }

    private Path blobs() {
        return folder.resolve("blobs").resolve("sha256");
    }

    private Path file(String digest) {
        if (!digest.matches("sha256:[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a sha256 digest: " + digest);
        }
        return blobs().resolve(digest.substring(Sha256.PREFIX.length()));
    }

    private static List<OciDescriptor> blobs(OciImageManifest manifest) {
        List<OciDescriptor> blobs = new ArrayList<>();
        blobs.add(Objects.requireNonNull(manifest.getConfiguration(), "config"));
        blobs.addAll(Objects.requireNonNull(manifest.getLayers(), "layers"));
        return blobs;
    }
}
