// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.ours;

import io.longshore.defects.mark.Defect;
import io.longshore.defects.mark.OfficialFails;
import io.longshore.defects.mark.OfficialLacks;
import io.longshore.defects.mark.OfficialPasses;
import java.lang.reflect.Method;
import java.util.Comparator;

/**
 * A test and what it says about the official Java library.
 *
 * @param defect what the test is about
 * @param test the class
 * @param method the test
 */
record Shown(Defect defect, Class<?> test, Method method) {
    static final Comparator<Shown> IN_ORDER = Comparator.comparing(Shown::isNet)
            .thenComparingInt(Shown::number)
            .thenComparing(shown -> shown.test().getSimpleName())
            .thenComparing(shown -> shown.method().getName());

    private boolean isNet() {
        return defect.id().startsWith("N");
    }

    private int number() {
        return Integer.parseInt(defect.id().replace("N", ""));
    }

    /** Whether the class is named after the defect's number. */
    boolean isNamedAfterIt() {
        return test.getSimpleName().startsWith(String.format(isNet() ? "NetWeakness%02d" : "Defect%02d", number()));
    }

    /** One mark, and one that can be trusted: only tests of this package are not run on the official library. */
    boolean isMarkedOnce() {
        boolean isOurs = test.getPackage().equals(Shown.class.getPackage());
        boolean fails = method.isAnnotationPresent(OfficialFails.class);
        boolean passes = method.isAnnotationPresent(OfficialPasses.class);
        boolean lacks = method.isAnnotationPresent(OfficialLacks.class);
        return isOurs ? lacks && !fails && !passes : fails != passes && !lacks;
    }

    /** The test's line in the table of its defect. */
    String line() {
        return "| " + test.getSimpleName() + " | " + method.getName() + " | " + official() + " |";
    }

    private String official() {
        OfficialFails fails = method.getAnnotation(OfficialFails.class);
        if (fails != null) {
            return "fails: `" + fails.value().replaceAll("\\s+", " ") + "`";
        }
        OfficialPasses passes = method.getAnnotation(OfficialPasses.class);
        if (passes != null) {
            return "passes: " + passes.value();
        }
        OfficialLacks lacks = method.getAnnotation(OfficialLacks.class);
        return "cannot be asked: " + (lacks == null ? "" : lacks.value());
    }
}
