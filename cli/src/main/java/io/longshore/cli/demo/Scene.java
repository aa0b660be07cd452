// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo;

import io.longshore.cli.demo.image.Layer;
import io.longshore.cli.demo.image.PushedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the steps work on, and what earlier ones left for later ones. Not thread-safe. */
public final class Scene {
    private final DemoRegistry registry;
    private final Narrator narrator;
    private final Material material;
    private final List<PushedImage> pushed = new ArrayList<>();

    Scene(DemoRegistry registry, Narrator narrator, Material material) {
        this.registry = registry;
        this.narrator = narrator;
        this.material = material;
    }

    /**
     * What the images are made of.
     *
     * @param layers at least one for each version that is pushed
     * @param target the folder to pull to
     */
    public record Material(List<Layer> layers, Path target) {
        /** Makes its own copy. */
        public Material {
            layers = List.copyOf(layers);
        }
    }

    /** The registry. */
    public DemoRegistry registry() {
        return registry;
    }

    /** Who tells it. */
    public Narrator narrator() {
        return narrator;
    }

    /** What the images are made of. */
    public Material material() {
        return material;
    }

    /** Remembers an image. */
    public void add(PushedImage image) {
        pushed.add(image);
    }

    /** The images of a repository, in the order in which they were pushed. */
    public List<PushedImage> pushed(String repository) {
        return pushed.stream()
                .filter(image -> image.repository().equals(repository))
                .toList();
    }

    /** The image of a repository that was pushed last. */
    public PushedImage newest(String repository) {
        List<PushedImage> images = pushed(repository);
        return images.get(images.size() - 1);
    }

    /** The repositories that were pushed to, in the order of their names. */
    public Collection<String> repositories() {
        return pushed.stream().map(PushedImage::repository).collect(Collectors.toCollection(TreeSet::new));
    }
}
