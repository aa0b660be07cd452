// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.longshore.emulator.EmulatorClock;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.RegistryEmulator;
import io.longshore.replay.emulator.Scenario.Part;
import io.longshore.replay.recording.Answered;
import io.longshore.replay.recording.Exchange;
import io.longshore.replay.recording.Recording;
import io.longshore.replay.recording.Recordings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The emulator meets the recorded requests: it answers as the service did. */
final class EmulatorReplayTest {
    /** All files; of 29 the first half, as the conversion to schema 1 in its second is not emulated. */
    private static final int EXPECTED = 29;

    private static final int EXPECTED_EXCHANGES = 92;

    @TestFactory
    Stream<DynamicTest> everyRecording_isAnsweredAsRecorded() {
        Map<String, Scenario> scenarios =
                Scenario.all().stream().collect(Collectors.toMap(Scenario::recording, Function.identity()));
        if (!Recordings.areHere()) {
            return scenarios.keySet().stream().sorted().map(name -> dynamicTest(name + ", emulator", Recordings::all));
        }
        List<Recording> recordings = Recordings.all();
        StandIns standIns = new StandIns(recordings);
        List<Exchange> exchanges = new ArrayList<>();
        List<String> done = new ArrayList<>();
        Stream<DynamicTest> tests = recordings.stream()
                .map(recording -> dynamicTest(recording.name() + ", emulator", () -> {
                    assertThat(scenarios).as("scenarios").containsKey(recording.name());
                    for (Part part : scenarios.get(recording.name()).parts()) {
                        exchanges.addAll(play(recording, part, standIns));
                    }
                    done.add(recording.name());
                }));
        return Stream.concat(
                tests,
                Stream.of(
                        dynamicTest(EXPECTED + " recordings were replayed, emulator", () -> {
                            assertThat(done).hasSize(EXPECTED).containsExactlyInAnyOrderElementsOf(scenarios.keySet());
                            assertThat(exchanges).hasSize(EXPECTED_EXCHANGES);
                        }),
                        dynamicTest(
                                "every stand-in was met, emulator",
                                () -> assertThat(standIns.used())
                                        .containsExactlyElementsOf(
                                                standIns.table().keySet()))));
    }

    private static List<Exchange> play(Recording recording, Part part, StandIns standIns) {
        List<Exchange> exchanges = recording
                .exchanges()
                .subList(part.from(), Math.min(part.to(), recording.exchanges().size()));
        EmulatorOptions options = EmulatorOptions.defaults()
                .withClock(EmulatorClock.fixed(Stage.NOW))
                .withAnonymousPull(part.anonymous());
        try (RegistryEmulator emulator = RegistryEmulator.start(options)) {
            Player player = new Player(emulator, standIns, exchanges);
            part.before().accept(new Stage(emulator, standIns, player, exchanges));
            emulator.clock().set(Stage.NOW);
            Comparison comparison = new Comparison(recording.name());
            SoftAssertions all = new SoftAssertions();
            for (Exchange exchange : exchanges) {
                Answered actual = player.play(exchange);
                all.assertThat(comparison.actual(actual, exchange.answered()))
                        .as("%s", exchange.asked())
                        .isEqualTo(comparison.expected(exchange.answered()));
            }
            all.assertAll();
        }
        return exchanges;
    }
}
