// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo.steps;

import io.longshore.cli.demo.DemoException;
import io.longshore.cli.demo.Scene;
import io.longshore.cli.demo.Step;
import java.io.IOException;
import java.util.List;

/** Lists the repositories. */
record ListRepositories() implements Step {
    @Override
    public String title() {
        return "List the repositories";
    }

    @Override
    public void run(Scene scene) throws IOException {
        List<String> names = scene.narrator()
                .timed(
                        () -> scene.registry().client().listRepositoryNames().stream()
                                .toList(),
                        found -> String.join(", ", found));
        DemoException.unlessEqual(List.copyOf(scene.repositories()), names, "the repositories");
    }
}
