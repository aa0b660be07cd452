// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.steps;

import io.longshore.cli.demo.DemoException;
import io.longshore.cli.demo.Scene;
import io.longshore.cli.demo.Step;
import io.longshore.cli.demo.image.PushedImage;
import io.longshore.cli.view.Sizes;
import io.longshore.cli.view.Table;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Lists the manifests of a repository, newest first.
 *
 * @param repository the repository
 */
record ListManifests(String repository) implements Step {
    @Override
    public String title() {
        return "List the manifests of " + repository + ", newest first";
    }

    @Override
    public void run(Scene scene) throws IOException {
        List<ArtifactManifestProperties> manifests = scene.narrator()
                .timed(
                        () -> scene
                                .registry()
                                .client()
                                .getRepository(repository)
                                .listManifestProperties(ArtifactManifestOrder.LAST_UPDATED_ON_DESCENDING)
                                .stream()
                                .toList(),
                        found -> found.size() + " manifests");
        Table table = Table.of("MANIFEST", ">SIZE", "PLATFORM", "UPDATED (UTC)", "TAGS");
        manifests.forEach(manifest -> table.row(
                Shown.digest(manifest.getDigest()),
                size(manifest),
                manifest.getOperatingSystem() + "/" + manifest.getArchitecture(),
                Shown.time(manifest.getLastUpdatedOn()),
                String.join(",", manifest.getTags())));
        scene.narrator().show(table);
        List<String> digests = manifests.stream()
                .map(ArtifactManifestProperties::getDigest)
                .map(String::valueOf)
                .toList();
        DemoException.unlessEqual(newestFirst(scene.pushed(repository)), digests, "the manifests, newest first,");
    }

    private static String size(ArtifactManifestProperties manifest) {
        return Sizes.shown(Objects.requireNonNullElse(manifest.getSizeInBytes(), 0L));
    }

    private static List<String> newestFirst(List<PushedImage> images) {
        List<String> digests =
                new ArrayList<>(images.stream().map(PushedImage::digest).toList());
        Collections.reverse(digests);
        return digests;
    }
}
