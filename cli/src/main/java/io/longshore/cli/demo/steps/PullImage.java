// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.steps;

import io.longshore.cli.demo.DemoException;
import io.longshore.cli.demo.Narrator;
import io.longshore.cli.demo.Scene;
import io.longshore.cli.demo.Step;
import io.longshore.cli.demo.image.ImageLayout;
import io.longshore.cli.demo.image.Layer;
import io.longshore.cli.demo.image.PushedImage;
import io.longshore.cli.view.Sizes;
import io.longshore.registry.ContainerRegistryContentClient;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Pulls the newest image into a folder and verifies everything in it.
 *
 * @param repository the repository
 */
record PullImage(String repository) implements Step {
    private static final String TAG = "latest";

    @Override
    public String title() {
        return "Pull " + repository + ":" + TAG + " into a folder and verify it";
    }

    @Override
    public void run(Scene scene) throws IOException {
        Narrator narrator = scene.narrator();
        ImageLayout layout = new ImageLayout(scene.material().target());
        ContainerRegistryContentClient content = scene.registry().contentClient(repository);
        List<String> pulled = narrator.timed(
                () -> layout.pull(content, TAG),
                found -> "1 manifest, 1 configuration, " + (found.size() - 2) + " layers");
        Set<String> blobs = Set.copyOf(pulled);
        narrator.timed(
                () -> verified(layout, blobs), found -> found.size() + " files read again, all digests are right");
        narrator.say(Sizes.shown(layout.size(blobs)) + " in " + layout.folder());

        PushedImage newest = scene.newest(repository);
        DemoException.unlessEqual(newest.digest(), pulled.get(0), "the manifest's digest");
        DemoException.unlessEqual(
                newest.layers().stream().map(Layer::digest).toList(), pulled.subList(2, pulled.size()), "the layers");
    }

    private static Set<String> verified(ImageLayout layout, Set<String> blobs) throws IOException {
        DemoException.unlessEqual(List.of(), layout.damaged(blobs), "the files with another digest than their name");
        return blobs;
    }
}
