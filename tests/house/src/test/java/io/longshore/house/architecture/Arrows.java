// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.longshore.house.source.Module;
import java.util.Set;

/** Which module may know which, and how much of it. */
final class Arrows {
    private Arrows() {}

    /** No class of the one module depends on any class of the other. */
    static ArchRule knowsNothingOf(Module one, Module other) {
        return ArchRuleDefinition.noClasses()
                .that(DescribedPredicate.describe("belong to " + one.rootPackage(), c -> owns(one, c)))
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe("belong to " + other.rootPackage(), c -> owns(other, c)));
    }

    /** Whoever is not the module itself uses only the packages that it exports. */
    static ArchRule hiddenOutside(Module module, Set<String> exports) {
        return ArchRuleDefinition.noClasses()
                .that(DescribedPredicate.describe("do not belong to " + module.rootPackage(), c -> !owns(module, c)))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are hidden in " + module.rootPackage(),
                        c -> owns(module, c) && !exports.contains(c.getPackageName())));
    }

    private static boolean owns(Module module, JavaClass type) {
        return module.owns(type.getPackageName());
    }
}
