// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.longshore.house.source.Module;
import io.longshore.house.source.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The rules, applied to the classes of the modules as they were built. */
class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .importPaths(Module.ALL.stream().map(Module::classes).toList());

    private static final JavaClasses WITH_TESTS = new ClassFileImporter().importPaths(allClasses());

    @SuppressWarnings("UnusedVariable") // Read by name, as the source of parameters.
    private static final List<Module> MODULES = Module.ALL;

    @Test
    void client_andEmulator_knowNothingOfEachOther() {
        Arrows.knowsNothingOf(Module.CLIENT, Module.EMULATOR).check(MAIN);
        Arrows.knowsNothingOf(Module.EMULATOR, Module.CLIENT).check(MAIN);
    }

    @Test
    void libraries_knowNothingOfTheCommandLine() {
        Arrows.knowsNothingOf(Module.CLIENT, Module.CLI).check(MAIN);
        Arrows.knowsNothingOf(Module.EMULATOR, Module.CLI).check(MAIN);
        Arrows.knowsNothingOf(Module.JUNIT, Module.CLI).check(MAIN);
    }

    @Test
    void clientAndEmulator_knowNothingOfTheExtension() {
        Arrows.knowsNothingOf(Module.CLIENT, Module.JUNIT).check(MAIN);
        Arrows.knowsNothingOf(Module.EMULATOR, Module.JUNIT).check(MAIN);
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void hiddenPackages_notUsedFromOutside(Module module) {
        Arrows.hiddenOutside(module, module.exports()).check(WITH_TESTS);
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void packages_haveNoCycles(Module module) {
        Rooms.noCycles(module.rootPackage()).check(MAIN);
    }

    @Test
    void packages_areNullMarked() {
        Rooms.eachNullMarked().check(MAIN);
    }

    @Test
    void packageInternal_holdsNothingItself() {
        Rooms.nothingDirectlyInInternal().check(MAIN);
    }

    @Test
    void names_saySomething() {
        Rooms.noEmptyNames().check(MAIN);
    }

    @Test
    void http_sentByTheTwoDriversOnly() {
        String run = "io.longshore.registry.internal.run.";
        Senders.onlyThese(Set.of(run + "SyncRunner", run + "AsyncRunner")).check(MAIN);
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void module_hasOneDescriptorThatHidesInternals(Module module) {
        assertThat(Descriptors.of(module))
                .hasSize(1)
                .allSatisfy(d -> assertThat(Descriptors.leaks(d)).isEmpty());
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void classes_ofEachModule_wereRead(Module module) {
        assertThat(MAIN).anyMatch(c -> module.owns(c.getPackageName()));
    }

    /** Tests of other modules too: they may not reach into hidden packages either. */
    private static List<Path> allClasses() {
        List<Path> found = new ArrayList<>();
        for (Path pom : Project.files("pom.xml")) {
            Path target = pom.resolveSibling("target");
            List<Path> folders = List.of(target.resolve("classes"), target.resolve("test-classes"));
            folders.stream().filter(Files::isDirectory).forEach(found::add);
        }
        return found;
    }
}
