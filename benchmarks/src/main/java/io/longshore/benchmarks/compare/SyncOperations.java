// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.compare;

import com.azure.core.http.rest.PagedIterable;
import com.azure.core.util.BinaryData;
import io.longshore.registry.ContainerRegistryClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * By the blocking clients.
 *
 * @param place where
 */
record SyncOperations(Place place) implements Operations {
    @Override
    public String run(String operation) throws IOException {
        return switch (operation) {
            case "list-repositories" -> count(place.registry().buildClient().listRepositoryNames()) + " names";
            case "list-tags" -> listTags();
            case "six-reads" -> sixReads();
            case "upload-small" -> upload("small", BinaryData.fromBytes(Files.readAllBytes(place.file("small"))));
            case "upload-stream" -> uploadStream();
            case "upload-file" -> upload("file", BinaryData.fromFile(place.file("file")));
            case "upload-large" -> upload("large", BinaryData.fromFile(place.file("large")));
            case "download-file" -> download("file");
            case "download-large" -> download("large");
            case "get-manifest" -> getManifest();
            case "delete-manifest" -> deleteManifest();
            default -> throw Operations.unknown(operation);
        };
    }

    private String listTags() {
        return count(place.registry()
                        .buildClient()
                        .getArtifact(Place.TAGGED, "t0000")
                        .listTagProperties())
                + " tags";
    }

    private String sixReads() {
        ContainerRegistryClient client = place.registry().buildClient();
        for (int round = 0; round < 3; round++) {
            client.getRepository(Place.CONTENT).getProperties();
            client.getRepository(Place.OTHER).getProperties();
        }
        return "";
    }

    private String uploadStream() throws IOException {
        try (InputStream stream = Files.newInputStream(place.file("stream"))) {
            return upload("stream", BinaryData.fromStream(stream));
        }
    }

    private String upload(String name, BinaryData content) {
        place.expectDigest(
                name,
                place.content(Place.UPLOADS).buildClient().uploadBlob(content).getDigest());
        return "";
    }

    private String download(String name) throws IOException {
        try (FileChannel target = FileChannel.open(
                place.downloaded(),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            place.content(Place.CONTENT).buildClient().downloadStream(place.fact(name), target);
        }
        return "";
    }

    private String getManifest() {
        place.expectDigest(
                "manifest",
                place.content(Place.CONTENT).buildClient().getManifest("latest").getDigest());
        return "";
    }

    private String deleteManifest() {
        place.content(Place.OTHER).buildClient().deleteManifest(place.fact("deletable"));
        return "";
    }

    private static long count(PagedIterable<?> list) {
        long count = 0;
        for (var page : list.iterableByPage(Place.PAGE)) {
            count += page.getValue().size();
        }
        return count;
    }
}
