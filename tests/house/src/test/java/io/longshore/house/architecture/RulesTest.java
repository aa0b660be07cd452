// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.longshore.house.source.Module;
import java.lang.module.ModuleDescriptor;
import java.net.URL;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule finds the fixture that breaks it, and nothing beside it. */
class RulesTest {
    private static final String FIXTURE = RulesTest.class.getPackageName() + ".fixture.";
    private static final Module ONE = new Module("", FIXTURE + "one");
    private static final Module OTHER = new Module("", FIXTURE + "other");

    @Test
    void knowsNothingOf_aModuleThatKnows_reported() {
        assertThat(check(Arrows.knowsNothingOf(OTHER, ONE), "one", "other"))
                .isNotEmpty()
                .allMatch(line -> line.contains("other.Intruder.reach"));
        assertThat(check(Arrows.knowsNothingOf(ONE, OTHER), "one", "other")).isEmpty();
    }

    @Test
    void hiddenOutside_useOfAPackageNotExported_reported() {
        assertThat(check(Arrows.hiddenOutside(ONE, Set.of(FIXTURE + "one")), "one", "other"))
                .isNotEmpty()
                .allMatch(line -> line.contains("other.Intruder.reach") && line.contains("one.hidden.Hidden"));
    }

    @Test
    void hiddenOutside_useOfAnExportedPackage_passes() {
        Set<String> both = Set.of(FIXTURE + "one", FIXTURE + "one.hidden");
        assertThat(check(Arrows.hiddenOutside(ONE, both), "one", "other")).isEmpty();
    }

    @Test
    void noCycles_aRing_reported() {
        assertThat(check(Rooms.noCycles(FIXTURE + "ring"), "ring")).hasSize(1);
        assertThat(check(Rooms.noCycles(FIXTURE + "one"), "one")).isEmpty();
    }

    @Test
    void eachNullMarked_aPackageWithoutTheMark_reported() {
        assertThat(check(Rooms.eachNullMarked(), "unmarked", "one"))
                .containsExactly(FIXTURE + "unmarked is not @NullMarked");
    }

    @Test
    void nothingDirectlyInInternal_aClassThere_reported() {
        assertThat(check(Rooms.nothingDirectlyInInternal(), "internal", "one"))
                .hasSize(2) // The class and the package's own description.
                .allMatch(line -> line.contains("fixture.internal."));
    }

    @Test
    void noEmptyNames_eachOfThem_reported() {
        assertThat(check(Rooms.noEmptyNames(), "names"))
                .extracting(line -> line.replaceAll(".*names[.](BaseNames[$])?(\\w+)>.*", "$2"))
                .containsExactlyInAnyOrder(
                        "BaseNames",
                        "ThingImpl",
                        "ThingHelper",
                        "ThingHelpers",
                        "ThingInternal",
                        "ThingUtil",
                        "ThingUtils",
                        "ThingManager",
                        "AbstractThing");
    }

    @Test
    void onlyThese_senderThatIsNoDriver_reportedForEachWay() {
        assertThat(check(Senders.onlyThese(Set.of(FIXTURE + "senders.Driver")), "senders"))
                .hasSize(4)
                .allMatch(line -> line.contains("senders.Loose.by"));
    }

    @Test
    void leaks_internalPackagesExportedOrOpened_reported() {
        ModuleDescriptor leaking = ModuleDescriptor.newModule("a")
                .exports("a.api")
                .exports("a.internal.wire")
                .exports("a.internal.friend", Set.of("b"))
                .opens("a.internal.run")
                .build();
        assertThat(Descriptors.leaks(leaking)).containsExactly("a.internal.run", "a.internal.wire");
    }

    private static List<String> check(ArchRule rule, String... packages) {
        List<URL> folders = Stream.of(packages)
                .map(name -> RulesTest.class.getResource("fixture/" + name))
                .toList();
        return rule.evaluate(new ClassFileImporter().importUrls(folders))
                .getFailureReport()
                .getDetails();
    }
}
