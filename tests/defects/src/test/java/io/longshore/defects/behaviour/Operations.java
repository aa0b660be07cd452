// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.behaviour;

import static io.longshore.defects.registry.Clients.REPOSITORY;

import com.azure.core.util.BinaryData;
import io.longshore.defects.registry.Content;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import io.longshore.registry.models.ManifestMediaType;
import io.longshore.registry.models.SetManifestOptions;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Every operation of the library, with arguments as they should be. */
final class Operations {
    static final String DIGEST = Content.sha256(Content.random(100));

    private static final String TAG = "v1";

    /** One of each kind, for situations that do not depend on what is asked for. */
    private static final Set<String> TYPICAL =
            Set.of("listRepositoryNames", "getManifest", "uploadBlob", "downloadStream", "getTagProperties");

    private Operations() {}

    static List<Operation> all() {
        return Stream.of(repositories(), manifests(), tags(), content())
                .flatMap(List::stream)
                .toList();
    }

    static List<Operation> typical() {
        return all().stream().filter(each -> TYPICAL.contains(each.name())).toList();
    }

    static Operation named(String name) {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static BinaryData blob() {
        return BinaryData.fromBytes(Content.random(100));
    }

    static WritableByteChannel channel() {
        return Channels.newChannel(new ByteArrayOutputStream());
    }

    private static SetManifestOptions manifest() {
        return new SetManifestOptions(blob(), ManifestMediaType.OCI_IMAGE_MANIFEST).setTag(TAG);
    }

    private static List<Operation> repositories() {
        return List.of(
                new Operation(
                        "listRepositoryNames",
                        on -> on.registry().listRepositoryNames().forEach(each -> {}),
                        on -> on.registry().listRepositoryNames().count()),
                new Operation(
                        "deleteRepository",
                        on -> on.registry().deleteRepository(REPOSITORY),
                        on -> on.registry().deleteRepository(REPOSITORY)),
                new Operation(
                        "ContainerRepository.getProperties",
                        on -> on.registry().getRepository(REPOSITORY).getProperties(),
                        on -> on.registry().getRepository(REPOSITORY).getProperties()),
                new Operation(
                        "ContainerRepository.updateProperties",
                        on -> on.registry()
                                .getRepository(REPOSITORY)
                                .updateProperties(new ContainerRepositoryProperties()),
                        on -> on.registry()
                                .getRepository(REPOSITORY)
                                .updateProperties(new ContainerRepositoryProperties())),
                new Operation(
                        "ContainerRepository.delete",
                        on -> on.registry().getRepository(REPOSITORY).delete(),
                        on -> on.registry().getRepository(REPOSITORY).delete()));
    }

    private static List<Operation> manifests() {
        return List.of(
                new Operation(
                        "listManifestProperties",
                        on -> on.registry()
                                .getRepository(REPOSITORY)
                                .listManifestProperties()
                                .forEach(each -> {}),
                        on -> on.registry()
                                .getRepository(REPOSITORY)
                                .listManifestProperties()
                                .count()),
                new Operation(
                        "getManifestProperties",
                        on -> on.registry().getArtifact(REPOSITORY, DIGEST).getManifestProperties(),
                        on -> on.registry().getArtifact(REPOSITORY, DIGEST).getManifestProperties()),
                new Operation(
                        "updateManifestProperties",
                        on -> on.registry()
                                .getArtifact(REPOSITORY, DIGEST)
                                .updateManifestProperties(new ArtifactManifestProperties()),
                        on -> on.registry()
                                .getArtifact(REPOSITORY, DIGEST)
                                .updateManifestProperties(new ArtifactManifestProperties())),
                new Operation(
                        "RegistryArtifact.delete",
                        on -> on.registry().getArtifact(REPOSITORY, DIGEST).delete(),
                        on -> on.registry().getArtifact(REPOSITORY, DIGEST).delete()));
    }

    private static List<Operation> tags() {
        return List.of(
                new Operation(
                        "listTagProperties",
                        on -> on.registry()
                                .getArtifact(REPOSITORY, DIGEST)
                                .listTagProperties()
                                .forEach(each -> {}),
                        on -> on.registry()
                                .getArtifact(REPOSITORY, DIGEST)
                                .listTagProperties()
                                .count()),
                new Operation(
                        "getTagProperties",
                        on -> on.registry().getArtifact(REPOSITORY, TAG).getTagProperties(TAG),
                        on -> on.registry().getArtifact(REPOSITORY, TAG).getTagProperties(TAG)),
                new Operation(
                        "updateTagProperties",
                        on -> on.registry()
                                .getArtifact(REPOSITORY, TAG)
                                .updateTagProperties(TAG, new ArtifactTagProperties()),
                        on -> on.registry()
                                .getArtifact(REPOSITORY, TAG)
                                .updateTagProperties(TAG, new ArtifactTagProperties())),
                new Operation(
                        "deleteTag",
                        on -> on.registry().getArtifact(REPOSITORY, TAG).deleteTag(TAG),
                        on -> on.registry().getArtifact(REPOSITORY, TAG).deleteTag(TAG)));
    }

    private static List<Operation> content() {
        return List.of(
                new Operation(
                        "setManifest",
                        on -> on.content().setManifestWithResponse(manifest(), null),
                        on -> on.content().setManifestWithResponse(manifest())),
                new Operation(
                        "getManifest",
                        on -> on.content().getManifest(DIGEST),
                        on -> on.content().getManifest(DIGEST)),
                new Operation(
                        "deleteManifest",
                        on -> on.content().deleteManifest(DIGEST),
                        on -> on.content().deleteManifest(DIGEST)),
                new Operation(
                        "uploadBlob",
                        on -> on.content().uploadBlob(blob()),
                        on -> on.content().uploadBlob(blob())),
                new Operation(
                        "downloadStream",
                        on -> on.content().downloadStream(DIGEST, channel()),
                        on -> read(on.content().downloadStream(DIGEST))),
                new Operation(
                        "deleteBlob",
                        on -> on.content().deleteBlob(DIGEST),
                        on -> on.content().deleteBlob(DIGEST)));
    }

    /** The async client hands out content before it asks for it. */
    static Mono<Long> read(Mono<BinaryData> download) {
        return download.flatMap(data -> data.toFluxByteBuffer().count());
    }
}
