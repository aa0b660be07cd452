// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.steps;

import io.longshore.cli.demo.DemoException;
import io.longshore.cli.demo.Scene;
import io.longshore.cli.demo.Step;
import io.longshore.cli.demo.image.ImagePush;
import io.longshore.cli.demo.image.Layer;
import io.longshore.cli.demo.image.PushedImage;
import io.longshore.cli.view.Sizes;
import java.io.IOException;
import java.util.List;

/**
 * Pushes an image in versions that grow: each has a few layers more than the one before. The last is also the latest.
 *
 * @param repository where to
 * @param versions how many
 */
record PushVersions(String repository, int versions) implements Step {
    @Override
    public String title() {
        return versions == 1
                ? "Push an image to " + repository
                : "Push " + versions + " versions of an image to " + repository;
    }

    @Override
    public void run(Scene scene) throws IOException {
        List<Layer> layers = scene.material().layers();
        DemoException.unless(
                layers.size() >= versions,
                "at least " + versions + " jars to make layers of, there are " + layers.size());
        ImagePush push = new ImagePush(scene.registry().contentClient(repository));
        for (int version = 1; version <= versions; version++) {
            List<Layer> some = layers.subList(0, share(layers.size(), version));
            List<String> tags = tags(version);
            scene.add(scene.narrator().timed(() -> push.push(some, tags), PushVersions::line));
        }
    }

    /** A single version has as many layers as the first of five would have. */
    private int share(int all, int version) {
        return Math.max(version, all * version / Math.max(versions, 5));
    }

    private List<String> tags(int version) {
        String tag = "1." + version;
        return version == versions ? List.of(tag, "latest") : List.of(tag);
    }

    private static String line(PushedImage image) {
        return String.format(
                "%-11s %2d layers, %2d of them new, %10s sent",
                String.join(",", image.tags()),
                image.layers().size(),
                image.uploaded(),
                Sizes.shown(image.uploadedBytes()));
    }
}
