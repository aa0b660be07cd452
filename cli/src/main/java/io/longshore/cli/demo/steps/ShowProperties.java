// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.steps;

import io.longshore.cli.demo.DemoException;
import io.longshore.cli.demo.Narrator;
import io.longshore.cli.demo.Scene;
import io.longshore.cli.demo.Step;
import io.longshore.cli.demo.image.PushedImage;
import io.longshore.registry.RegistryArtifact;
import io.longshore.registry.models.ArtifactManifestProperties;
import io.longshore.registry.models.ArtifactTagProperties;
import io.longshore.registry.models.ContainerRepositoryProperties;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Reads the properties of a repository, of its newest manifest and of a tag.
 *
 * @param repository the repository
 */
record ShowProperties(String repository) implements Step {
    private static final String TAG = "latest";

    @Override
    public String title() {
        return "Read the properties of the repository, the newest image and its tag";
    }

    @Override
    public void run(Scene scene) throws IOException {
        Narrator narrator = scene.narrator();
        List<PushedImage> images = scene.pushed(repository);
        ContainerRepositoryProperties whole = narrator.timed(
                () -> scene.registry().client().getRepository(repository).getProperties(), ShowProperties::line);
        RegistryArtifact image = scene.registry().client().getArtifact(repository, TAG);
        ArtifactManifestProperties manifest = narrator.timed(image::getManifestProperties, ShowProperties::line);
        ArtifactTagProperties tag = narrator.timed(() -> image.getTagProperties(TAG), ShowProperties::line);

        PushedImage newest = scene.newest(repository);
        long tags = images.stream().mapToLong(pushed -> pushed.tags().size()).sum();
        DemoException.unlessEqual(images.size(), whole.getManifestCount(), "the number of manifests");
        DemoException.unlessEqual(tags, (long) whole.getTagCount(), "the number of tags");
        DemoException.unlessEqual(newest.digest(), String.valueOf(manifest.getDigest()), "the newest image");
        DemoException.unlessEqual(newest.digest(), String.valueOf(tag.getDigest()), "the image of the tag");
        DemoException.unlessEqual(Set.copyOf(newest.tags()), Set.copyOf(manifest.getTags()), "its tags");
    }

    private static String line(ContainerRepositoryProperties found) {
        String allowed = Shown.allowed(
                found.isReadEnabled(), found.isListEnabled(), found.isWriteEnabled(), found.isDeleteEnabled());
        return "repository  " + found.getManifestCount() + " manifests, " + found.getTagCount() + " tags; " + allowed;
    }

    private static String line(ArtifactManifestProperties found) {
        String allowed = Shown.allowed(
                found.isReadEnabled(), found.isListEnabled(), found.isWriteEnabled(), found.isDeleteEnabled());
        return "manifest    " + Shown.digest(found.getDigest()) + "; " + allowed;
    }

    private static String line(ArtifactTagProperties found) {
        String allowed = Shown.allowed(
                found.isReadEnabled(), found.isListEnabled(), found.isWriteEnabled(), found.isDeleteEnabled());
        return "tag         " + found.getName() + " of " + Shown.digest(found.getDigest()) + "; " + allowed;
    }
}
