// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.emulator.EmulatorClock;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RegistryEmulator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every scenario through the sync and the async API, each against a registry of its own that starts in the same state:
 * after every step the results are the same, and so are the requests.
 */
class BothWaysTest {

    @TestFactory
    Stream<DynamicTest> syncAndAsync_sameStep_sameResultAndSameRequests() {
        return Scenarios.all().entrySet().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.getKey(), () -> compare(scenario.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> everyStep_outcomeIsTheOneExpected() {
        return Scenarios.all().entrySet().stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.getKey(),
                        () -> assertThat(outcomes(scenario.getValue()))
                                .allSatisfy(outcome ->
                                        assertThat(outcome).doesNotContain("NullPointerException: Cannot"))));
    }

    private static void compare(List<Step> steps) {
        Instant now = Instant.now();
        try (RegistryEmulator forSync = start(now);
                RegistryEmulator forAsync = start(now)) {
            Way sync = Clients.of(forSync).sync();
            Way async = Clients.of(forAsync).async();
            for (Step step : steps) {
                String expected = run(step, forSync, sync);
                List<String> requests = Wire.requests(forSync);
                assertThat(run(step, forAsync, async)).as(step.name()).isEqualTo(expected);
                assertThat(Wire.requests(forAsync))
                        .as("requests of: " + step.name())
                        .containsExactlyElementsOf(requests);
            }
        }
    }

    private static List<String> outcomes(List<Step> steps) {
        List<String> outcomes = new ArrayList<>();
        try (RegistryEmulator registry = start(Instant.now())) {
            Way sync = Clients.of(registry).sync();
            steps.forEach(step -> outcomes.add(run(step, registry, sync)));
        }
        return outcomes;
    }

    private static String run(Step step, RegistryEmulator registry, Way way) {
        step.before().accept(registry);
        registry.requests().clear();
        String outcome;
        try {
            outcome = Shown.value(step.action().apply(way));
        } catch (RuntimeException e) {
            outcome = Shown.failure(e);
        }
        return outcome.replace(registry.loginServer(), "REGISTRY").replaceAll("localhost:\\d+", "HOST");
    }

    private static RegistryEmulator start(Instant now) {
        RegistryEmulator registry = RegistryEmulator.start(EmulatorOptions.defaults()
                .withTls(false)
                .withAnonymousPull(true)
                .withClock(EmulatorClock.fixed(now)));
        Seeds.fill(registry);
        return registry;
    }
}
