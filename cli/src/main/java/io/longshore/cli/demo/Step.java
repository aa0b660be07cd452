// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo;

import java.io.IOException;

/** One step of the demonstration. */
public interface Step {
    /** What it is going to do. */
    String title();

    /**
     * Does it, tells it to the scene's narrator and looks at the result.
     *
     * @throws DemoException if the result is not what the step promises
     */
    void run(Scene scene) throws IOException;
}
