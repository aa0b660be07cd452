// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.steps;

import io.longshore.cli.demo.DemoException;
import io.longshore.cli.demo.Narrator;
import io.longshore.cli.demo.Scene;
import io.longshore.cli.demo.Step;
import io.longshore.cli.demo.image.PushedImage;
import io.longshore.registry.ContainerRegistryClient;
import io.longshore.registry.ContainerRepository;
import io.longshore.registry.RegistryArtifact;
import io.longshore.registry.models.ArtifactManifestOrder;
import io.longshore.registry.models.ArtifactManifestProperties;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Deletes all images but the newest of every repository.
 *
 * @param kept how many stay in each
 */
record KeepNewest(int kept) implements Step {
    @Override
    public String title() {
        return "Keep the newest " + kept + " images of every repository, delete the others";
    }

    @Override
    public void run(Scene scene) throws IOException {
        ContainerRegistryClient client = scene.registry().client();
        for (String name : client.listRepositoryNames()) {
            ContainerRepository repository = client.getRepository(name);
            List<ArtifactManifestProperties> images = newestFirst(repository);
            for (ArtifactManifestProperties image : images.subList(Math.min(kept, images.size()), images.size())) {
                delete(scene.narrator(), repository, image);
            }
            List<String> left =
                    scene.narrator().timed(() -> digests(repository), found -> name + " has " + found.size() + " left");
            DemoException.unlessEqual(expected(scene.pushed(name)), left, "what is left of " + name);
        }
    }

    private static void delete(Narrator narrator, ContainerRepository repository, ArtifactManifestProperties properties)
            throws IOException {
        RegistryArtifact image = repository.getArtifact(properties.getDigest());
        narrator.timed(
                () -> {
                    properties.getTags().forEach(image::deleteTag);
                    image.delete();
                    return properties;
                },
                deleted -> "deleted " + Shown.digest(deleted.getDigest()) + " with its tags "
                        + String.join(", ", deleted.getTags()));
    }

    private List<String> expected(List<PushedImage> images) {
        List<String> digests =
                new ArrayList<>(images.stream().map(PushedImage::digest).toList());
        Collections.reverse(digests);
        return digests.subList(0, Math.min(kept, digests.size()));
    }

    private static List<String> digests(ContainerRepository repository) {
        return newestFirst(repository).stream()
                .map(ArtifactManifestProperties::getDigest)
                .map(String::valueOf)
                .toList();
    }

    private static List<ArtifactManifestProperties> newestFirst(ContainerRepository repository) {
        return repository.listManifestProperties(ArtifactManifestOrder.LAST_UPDATED_ON_DESCENDING).stream()
                .toList();
    }
}
