// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.ours;

import io.longshore.defects.mark.Defect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All tests of this module that are about a defect, and the page that lists them. */
final class DefectTests {
    private DefectTests() {}

    static List<Shown> all() {
        return classes().stream()
                .filter(test -> test.isAnnotationPresent(Defect.class))
                .flatMap(DefectTests::tests)
                .sorted(Shown.IN_ORDER)
                .toList();
    }

    /** All classes of tests. */
    static List<Class<?>> classes() {
        Path classes = folder();
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith("Test.class"))
                    .<Class<?>>map(name -> load(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list as the guide has it: a table for each library, a line for each defect and each of its tests. */
    static String table(String prefix, List<Shown> tests) {
        StringBuilder table =
                new StringBuilder("| test class | test | the official Java library |\n| --- | --- | --- |\n");
        String last = "";
        for (Shown shown : tests) {
            if (shown.defect().id().startsWith("N") != prefix.equals("N")) {
                continue;
            }
            if (!shown.defect().id().equals(last)) {
                last = shown.defect().id();
                table.append("| **")
                        .append(last)
                        .append("** | **")
                        .append(shown.defect().what())
                        .append("** | |\n");
            }
            table.append(shown.line()).append('\n');
        }
        return table.toString();
    }

    private static Stream<Shown> tests(Class<?> test) {
        return Arrays.stream(test.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> new Shown(test.getAnnotation(Defect.class), test, method));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " was found as a file", e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(DefectTests.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class path has URLs", e);
        }
    }
}
