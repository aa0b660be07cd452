// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.house.source.Module;
import io.longshore.house.source.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bill of materials has no parent, so nothing but this keeps it in step. */
class BuildFilesTest {
    @Test
    void bom_version_isThatOfTheParent() throws Exception {
        assertThat(pom("bom").all("/project/version")).isEqualTo(pom(".").all("/project/version"));
    }

    @Test
    void bom_entries_areTheDeployedModules() throws Exception {
        assertThat(pom("bom").all("/project/dependencyManagement/dependencies/dependency/artifactId"))
                .containsExactlyInAnyOrderElementsOf(deployedModules());
    }

    @Test
    void plugins_ofAllModules_haveTheirVersionInOnePlace() throws Exception {
        for (Path file : Project.files("pom.xml")) {
            String unpinned = file.equals(Project.root().resolve("pom.xml"))
                    ? "/project/build/pluginManagement/plugins/plugin[not(version)]/artifactId"
                    : "/project[parent]//plugins/plugin[version]/artifactId";
            assertThat(Pom.read(file).all(unpinned)).as("%s", file).isEmpty();
        }
    }

    @Test
    void deployedModules_areThoseThatTheRulesRead() throws Exception {
        assertThat(deployedModules())
                .containsExactlyInAnyOrderElementsOf(Module.ALL.stream()
                        .map(module -> "longshore-" + module.folder())
                        .toList());
    }

    /** The rules read the classes of the others, which a fresh build has only by then. */
    @Test
    void houseRules_areBuiltLast() throws Exception {
        assertThat(pom(".").all("/project/modules/module")).endsWith("tests/house");
    }

    private static List<String> deployedModules() throws Exception {
        List<String> names = new ArrayList<>();
        for (String module : pom(".").all("/project/modules/module")) {
            Pom pom = pom(module);
            boolean isDeployed =
                    pom.all("/project/properties/maven.deploy.skip[. = 'true']").isEmpty();
            if (isDeployed && !module.equals("bom")) {
                names.addAll(pom.all("/project/artifactId"));
            }
        }
        return names;
    }

    private static Pom pom(String folder) throws Exception {
        return Pom.read(Project.root().resolve(folder).resolve("pom.xml"));
    }
}
