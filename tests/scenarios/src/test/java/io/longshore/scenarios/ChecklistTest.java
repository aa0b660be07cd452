// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.scenarios.api.EachCaller;
import io.longshore.scenarios.api.EachWay;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario of checklist.txt has its test, and every such test its line. */
class ChecklistTest {
    private static final int SCENARIOS = 85;

    /** One line: the class, the scenario, and how often it runs: both ways, or both ways with a login and without. */
    record Scenario(String testClass, String name, int runs) {
        static Scenario parse(String line) {
            String[] parts = line.split(" ", -1);
            return new Scenario(parts[0], parts[1], Integer.parseInt(parts[2]));
        }

        boolean isTestedBy(Method method) {
            String shown = nameOf(method);
            return shown.equals(name) || shown.startsWith(name + ": ");
        }

        @Override
        public String toString() {
            return testClass + " " + name;
        }
    }

    @Test
    void checklist_holdsAllScenarios() throws IOException {
        assertThat(scenarios()).hasSize(SCENARIOS).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void scenario_hasATestThatRunsEachWay(Scenario scenario) throws ClassNotFoundException {
        assertThat(tests(scenario.testClass()))
                .filteredOn(scenario::isTestedBy)
                .isNotEmpty()
                .allSatisfy(test -> assertThat(runs(test)).isEqualTo(scenario.runs()));
    }

    @ParameterizedTest
    @MethodSource("testClasses")
    void test_hasALineInTheList(String testClass) throws IOException, ClassNotFoundException {
        List<Scenario> listed = scenarios().stream()
                .filter(scenario -> scenario.testClass().equals(testClass))
                .toList();

        assertThat(tests(testClass)).allMatch(test -> listed.stream().anyMatch(scenario -> scenario.isTestedBy(test)));
    }

    private static List<Scenario> scenarios() throws IOException {
        try (InputStream list = ChecklistTest.class.getResourceAsStream("checklist.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Scenario::parse)
                    .toList();
        }
    }

    private static Stream<String> testClasses() throws IOException {
        return scenarios().stream().map(Scenario::testClass).distinct();
    }

    private static List<Method> tests(String testClass) throws ClassNotFoundException {
        Class<?> type = Class.forName(ChecklistTest.class.getPackageName() + "." + testClass);
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> runs(method) > 0)
                .toList();
    }

    private static String nameOf(Method method) {
        DisplayName name = method.getAnnotation(DisplayName.class);
        return name == null ? method.getName() : name.value();
    }

    private static int runs(Method method) {
        if (method.isAnnotationPresent(EachCaller.class)) {
            return 4;
        }
        return method.isAnnotationPresent(EachWay.class) ? 2 : 0;
    }
}
