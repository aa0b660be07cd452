// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.behaviour;

import static io.longshore.defects.registry.Clients.REPOSITORY;

import io.longshore.registry.models.ArtifactTagProperties;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Operations whose arguments are null or empty, on a registry that answers 404. */
final class BadArguments {
    private BadArguments() {}

    static List<Operation> all() {
        return Stream.of(
                        names(null, "null"),
                        names("", "empty"),
                        references(null, "null"),
                        references("", "empty"),
                        digests(null, "null"),
                        digests("", "empty"),
                        values())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Operation> names(@Nullable String name, String shown) {
        return List.of(
                new Operation(
                        "deleteRepository(" + shown + ")",
                        on -> on.registry().deleteRepository(name),
                        on -> on.registry().deleteRepository(name)),
                new Operation(
                        "getRepository(" + shown + ")",
                        on -> on.registry().getRepository(name).delete(),
                        on -> on.registry().getRepository(name).delete()),
                new Operation(
                        "getArtifact(" + shown + ", tag)",
                        on -> on.registry().getArtifact(name, "v1").delete(),
                        on -> on.registry().getArtifact(name, "v1").delete()));
    }

    private static List<Operation> references(@Nullable String reference, String shown) {
        return List.of(
                new Operation(
                        "getArtifact(name, " + shown + ")",
                        on -> on.registry().getArtifact(REPOSITORY, reference).delete(),
                        on -> on.registry().getArtifact(REPOSITORY, reference).delete()),
                new Operation(
                        "deleteTag(" + shown + ")",
                        on -> on.registry().getArtifact(REPOSITORY, "v1").deleteTag(reference),
                        on -> on.registry().getArtifact(REPOSITORY, "v1").deleteTag(reference)),
                new Operation(
                        "getTagProperties(" + shown + ")",
                        on -> on.registry().getArtifact(REPOSITORY, "v1").getTagProperties(reference),
                        on -> on.registry().getArtifact(REPOSITORY, "v1").getTagProperties(reference)),
                new Operation(
                        "updateTagProperties(" + shown + ", value)",
                        on -> on.registry()
                                .getArtifact(REPOSITORY, "v1")
                                .updateTagProperties(reference, new ArtifactTagProperties()),
                        on -> on.registry()
                                .getArtifact(REPOSITORY, "v1")
                                .updateTagProperties(reference, new ArtifactTagProperties())),
                new Operation(
                        "getManifest(" + shown + ")",
                        on -> on.content().getManifest(reference),
                        on -> on.content().getManifest(reference)));
    }

    private static List<Operation> digests(@Nullable String digest, String shown) {
        return List.of(
                new Operation(
                        "deleteManifest(" + shown + ")",
                        on -> on.content().deleteManifest(digest),
                        on -> on.content().deleteManifest(digest)),
                new Operation(
                        "deleteBlob(" + shown + ")",
                        on -> on.content().deleteBlob(digest),
                        on -> on.content().deleteBlob(digest)),
                new Operation(
                        "downloadStream(" + shown + ")",
                        on -> on.content().downloadStream(digest, Operations.channel()),
                        on -> Operations.read(on.content().downloadStream(digest))));
    }

    private static List<Operation> values() {
        return List.of(
                new Operation(
                        "ContainerRepository.updateProperties(null)",
                        on -> on.registry().getRepository(REPOSITORY).updateProperties(null),
                        on -> on.registry().getRepository(REPOSITORY).updateProperties(null)),
                new Operation(
                        "updateManifestProperties(null)",
                        on -> on.registry()
                                .getArtifact(REPOSITORY, Operations.DIGEST)
                                .updateManifestProperties(null),
                        on -> on.registry()
                                .getArtifact(REPOSITORY, Operations.DIGEST)
                                .updateManifestProperties(null)),
                new Operation(
                        "updateTagProperties(tag, null)",
                        on -> on.registry().getArtifact(REPOSITORY, "v1").updateTagProperties("v1", null),
                        on -> on.registry().getArtifact(REPOSITORY, "v1").updateTagProperties("v1", null)),
                new Operation(
                        "setManifest(null, tag)",
                        on -> on.content().setManifest(null, "v1"),
                        on -> on.content().setManifest(null, "v1")),
                new Operation(
                        "setManifestWithResponse(null)",
                        on -> on.content().setManifestWithResponse(null, null),
                        on -> on.content().setManifestWithResponse(null)),
                new Operation(
                        "uploadBlob(null)",
                        on -> on.content().uploadBlob(null),
                        on -> on.content().uploadBlob(null)));
    }
}
