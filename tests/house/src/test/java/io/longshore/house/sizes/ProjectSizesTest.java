// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.sizes;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.house.source.Project;
import org.junit.jupiter.api.Test;

class ProjectSizesTest {
    @Test
    void sizes_ofAllModules_withinLimits() {
        assertThat(SizeRules.violations(Project.javaFiles())).isEmpty();
    }

    @Test
    void javaFiles_ofTheProject_includeThisOneAndTheModules() {
        assertThat(Project.javaFiles())
                .anyMatch(f -> f.path().endsWith("sizes/ProjectSizesTest.java"))
                .anyMatch(f -> f.path().startsWith("client/src/main/"))
                .anyMatch(f -> f.path().startsWith("emulator/src/main/"));
    }
}
