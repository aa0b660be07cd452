// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;

/** What a package must be like. */
final class Rooms {
    private Rooms() {}

    /** Every package is a slice of its own. */
    static ArchRule noCycles(String rootPackage) {
        return SlicesRuleDefinition.slices()
                .assignedFrom(new EachPackage(rootPackage))
                .should()
                .beFreeOfCycles();
    }

    static ArchRule eachNullMarked() {
        return ArchRuleDefinition.classes().should(new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean isMarked = isNullMarked(type.getPackage());
                events.add(new SimpleConditionEvent(type, isMarked, type.getPackageName() + " is not @NullMarked"));
            }
        });
    }

    static ArchRule nothingDirectlyInInternal() {
        return ArchRuleDefinition.noClasses().should().resideInAPackage("..internal");
    }

    static ArchRule noEmptyNames() {
        return ArchRuleDefinition.noClasses()
                .should()
                .haveNameMatching(".*(Impl|Helpers?|Utils?|Manager|Internal)")
                .orShould()
                .haveNameMatching("(.*[.$])?(Base|Abstract)[A-Z][^.$]*");
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.tryGetPackageInfo()
                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                .isPresent();
    }

    private record EachPackage(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            boolean isOurs =
                    type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
            return isOurs ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "each package below " + root;
        }
    }
}
