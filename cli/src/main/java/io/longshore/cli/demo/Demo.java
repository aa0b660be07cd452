// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo;

import io.longshore.cli.demo.image.Layer;
import io.longshore.cli.demo.image.LayerTar;
import io.longshore.cli.view.Sizes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Starts a registry, packs the layers, and runs the steps one after the other until one fails.
 *
 * @param steps what to do
 * @param registry starts the registry; who hands this over closes it
 * @param jars what the images are made of
 */
public record Demo(List<Step> steps, Supplier<? extends DemoRegistry> registry, List<Path> jars) {
    private static final String START = "Start a registry in this process";
    private static final String PACK = "Pack jars of this program as the layers of an image";

    /** Makes its own copies. */
    public Demo {
        steps = List.copyOf(steps);
        jars = List.copyOf(jars);
    }

    /**
     * Runs it.
     *
     * @param narrator tells what happens
     * @param work a folder for the layers
     * @param target the folder to pull an image to
     * @throws DemoException if a step did not do what it says
     */
    public void run(Narrator narrator, Path work, Path target) {
        DemoRegistry started = attempt(narrator, START, () -> start(narrator));
        List<Layer> layers = attempt(narrator, PACK, () -> pack(narrator, work));
        Scene scene = new Scene(started, narrator, new Scene.Material(layers, target));
        for (Step step : steps) {
            attempt(narrator, step.title(), () -> {
                step.run(scene);
                return step;
            });
        }
    }

    private DemoRegistry start(Narrator narrator) throws IOException {
        return narrator.timed(
                registry::get, started -> started.endpoint() + ", login required, anonymous pull allowed");
    }

    private List<Layer> pack(Narrator narrator, Path work) throws IOException {
        return narrator.timed(
                () -> {
                    List<Layer> layers = new ArrayList<>();
                    for (Path jar : jars) {
                        layers.add(LayerTar.pack(jar, work));
                    }
                    return layers;
                },
                layers -> layers.size() + " layers, "
                        + Sizes.shown(layers.stream().mapToLong(Layer::size).sum()));
    }

    private static <T> T attempt(Narrator narrator, String title, Narrator.Call<T> call) {
        narrator.title(title);
        try {
            return call.make();
        } catch (IOException | RuntimeException e) {
            narrator.failed();
            throw new DemoException(title, e);
        }
    }
}
