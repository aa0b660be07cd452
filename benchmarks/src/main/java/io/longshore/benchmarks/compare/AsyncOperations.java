// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.benchmarks.compare;

import com.azure.core.http.rest.PagedFlux;
import com.azure.core.util.BinaryData;
import com.azure.core.util.FluxUtil;
import io.longshore.registry.ContainerRegistryAsyncClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * By the reactive clients.
 *
 * @param place where
 */
record AsyncOperations(Place place) implements Operations {
    private static final int CONCURRENT = 16;

    @Override
    public String run(String operation) throws IOException {
        return switch (operation) {
            case "list-repositories" ->
                count(place.registry().buildAsyncClient().listRepositoryNames()) + " names";
            case "list-tags" -> listTags();
            case "six-reads" -> sixReads();
            case "sixteen-reads" -> sixteenReads();
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
                        .buildAsyncClient()
                        .getArtifact(Place.TAGGED, "t0000")
                        .listTagProperties())
                + " tags";
    }

    private String sixReads() {
        ContainerRegistryAsyncClient client = place.registry().buildAsyncClient();
        Flux.just(Place.CONTENT, Place.OTHER)
                .repeat(2)
                .concatMap(name -> client.getRepository(name).getProperties())
                .blockLast();
        return "";
    }

    private String sixteenReads() {
        ContainerRegistryAsyncClient client = place.registry().buildAsyncClient();
        long read = Flux.range(0, CONCURRENT)
                .map(number -> String.format(Locale.ROOT, "t%04d", number))
                .flatMap(tag -> client.getArtifact(Place.TAGGED, tag).getTagProperties(tag), CONCURRENT)
                .count()
                .blockOptional()
                .orElse(0L);
        if (read != CONCURRENT) {
            throw new IllegalStateException("read " + read);
        }
        return "";
    }

    private String uploadStream() throws IOException {
        try (InputStream stream = Files.newInputStream(place.file("stream"))) {
            return upload("stream", BinaryData.fromStream(stream));
        }
    }

    private String upload(String name, BinaryData content) {
        place.content(Place.UPLOADS)
                .buildAsyncClient()
                .uploadBlob(content)
                .doOnNext(stored -> place.expectDigest(name, stored.getDigest()))
                .block();
        return "";
    }

    private String download(String name) throws IOException {
        try (AsynchronousFileChannel target = AsynchronousFileChannel.open(
                place.downloaded(),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            Mono<BinaryData> content =
                    place.content(Place.CONTENT).buildAsyncClient().downloadStream(place.fact(name));
            FluxUtil.writeFile(content.flatMapMany(BinaryData::toFluxByteBuffer), target)
                    .block();
        }
        return "";
    }

    private String getManifest() {
        place.content(Place.CONTENT)
                .buildAsyncClient()
                .getManifest("latest")
                .doOnNext(found -> place.expectDigest("manifest", found.getDigest()))
                .block();
        return "";
    }

    private String deleteManifest() {
        place.content(Place.OTHER)
                .buildAsyncClient()
                .deleteManifest(place.fact("deletable"))
                .block();
        return "";
    }

    private static long count(PagedFlux<?> list) {
        return list.byPage(Place.PAGE)
                .map(page -> page.getValue().size())
                .reduce(0, Integer::sum)
                .blockOptional()
                .orElse(0);
    }
}
