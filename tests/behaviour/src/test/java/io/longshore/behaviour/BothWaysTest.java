// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.emulator.EmulatorClock;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RegistryEmulator;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every scenario through the sync and the async API, each against a registry of its own that starts in the same state:
 * after every step the results are the same, and so are the requests.
 */
class BothWaysTest {
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";

    @TestFactory
    Stream<DynamicTest> syncAndAsync_sameStep_sameResultAndSameRequests() {
        return Scenarios.all().entrySet().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.getKey(), () -> compare(scenario.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> everyStep_outcome_isTheOneOnFile() {
        return Scenarios.all().entrySet().stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.getKey(),
                        () -> Golden.compare(scenario.getKey().replace(' ', '-'), outcomes(scenario.getValue()))));
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

    private static String outcomes(List<Step> steps) {
        StringBuilder outcomes = new StringBuilder();
        try (RegistryEmulator registry = start(Instant.now())) {
            Way sync = Clients.of(registry).sync();
            for (Step step : steps) {
                String outcome = run(step, registry, sync);
                outcomes.append("## ").append(step.name()).append('\n');
                outcomes.append(outcome.replaceAll(TIME, "TIME")).append('\n');
                Wire.requests(registry)
                        .forEach(request -> outcomes.append("   ")
                                .append(request.replaceAll(" \\{.*", ""))
                                .append('\n'));
            }
        }
        return outcomes.toString();
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
        return outcome.replace(registry.loginServer(), "REGISTRY")
                .replaceAll("blobs/uploads/[0-9a-f-]{36}", "SESSION")
                .replaceAll("http://[^/]+/[0-9a-f]{32}-[a-z0-9]+//", "STORAGE//");
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
