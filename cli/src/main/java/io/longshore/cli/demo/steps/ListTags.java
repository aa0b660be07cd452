// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.steps;

import io.longshore.cli.demo.DemoException;
import io.longshore.cli.demo.Scene;
import io.longshore.cli.demo.Step;
import io.longshore.cli.demo.image.PushedImage;
import io.longshore.cli.view.Table;
import io.longshore.registry.models.ArtifactTagOrder;
import io.longshore.registry.models.ArtifactTagProperties;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Lists the tags of a repository, newest first.
 *
 * @param repository the repository
 */
record ListTags(String repository) implements Step {
    @Override
    public String title() {
        return "List the tags of " + repository + ", newest first";
    }

    @Override
    public void run(Scene scene) throws IOException {
        List<ArtifactTagProperties> tags = scene.narrator()
                .timed(
                        () -> scene
                                .registry()
                                .client()
                                .getRepository(repository)
                                .listTagProperties(ArtifactTagOrder.LAST_UPDATED_ON_DESCENDING)
                                .stream()
                                .toList(),
                        found -> found.size() + " tags");
        Table table = Table.of("TAG", "MANIFEST", "UPDATED (UTC)");
        tags.forEach(tag -> table.row(
                String.valueOf(tag.getName()), Shown.digest(tag.getDigest()), Shown.time(tag.getLastUpdatedOn())));
        scene.narrator().show(table);
        List<String> names = tags.stream()
                .map(ArtifactTagProperties::getName)
                .map(String::valueOf)
                .toList();
        DemoException.unlessEqual(newestFirst(scene.pushed(repository)), names, "the tags, newest first,");
    }

    private static List<String> newestFirst(List<PushedImage> images) {
        List<String> tags = new ArrayList<>();
        images.forEach(image -> tags.addAll(image.tags()));
        Collections.reverse(tags);
        return tags;
    }
}
