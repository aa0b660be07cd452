// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.longshore.replay.client.Scenario.Part;
import io.longshore.replay.client.Scenario.Recorded;
import io.longshore.replay.recording.Exchange;
import io.longshore.replay.recording.Recording;
import io.longshore.replay.recording.Recordings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The library meets the recorded answers: it sends the recorded requests and returns the recorded facts. */
final class ClientReplayTest {
    private static final int EXPECTED = 29;

    @TestFactory
    Stream<DynamicTest> sync_everyRecording_isReplayed() {
        return replay("sync", SyncLibrary::new);
    }

    @TestFactory
    Stream<DynamicTest> async_everyRecording_isReplayed() {
        return replay("async", AsyncLibrary::new);
    }

    private static Stream<DynamicTest> replay(String face, Function<Clients, Library> library) {
        Map<String, Scenario> scenarios = Stream.concat(
                        MetadataScenarios.all().stream(), ContentScenarios.all().stream())
                .collect(Collectors.toMap(Scenario::recording, Function.identity()));
        if (!Recordings.areHere()) {
            return scenarios.keySet().stream()
                    .sorted()
                    .map(name -> dynamicTest(name + ", client, " + face, Recordings::all));
        }
        List<String> done = new ArrayList<>();
        Stream<DynamicTest> tests = Recordings.all().stream()
                .map(recording -> dynamicTest(recording.name() + ", client, " + face, () -> {
                    assertThat(scenarios).as("scenarios").containsKey(recording.name());
                    play(recording, scenarios.get(recording.name()), library);
                    done.add(recording.name());
                }));
        DynamicTest count = dynamicTest(
                EXPECTED + " recordings were replayed, client, " + face,
                () -> assertThat(done).hasSize(EXPECTED).containsExactlyInAnyOrderElementsOf(scenarios.keySet()));
        return Stream.concat(tests, Stream.of(count));
    }

    private static void play(Recording recording, Scenario scenario, Function<Clients, Library> library)
            throws Exception {
        int done = 0;
        for (Part part : scenario.parts()) {
            int end = Math.min(part.to(), recording.exchanges().size());
            play(part, recording.exchanges().subList(part.from(), end), library);
            done += end - part.from();
        }
        assertThat(done)
                .as("exchanges replayed")
                .isEqualTo(recording.exchanges().size());
    }

    private static void play(Part part, List<Exchange> exchanges, Function<Clients, Library> library) throws Exception {
        try (ScriptedRegistry registry = new ScriptedRegistry(Script.of(exchanges, part.anonymous()))) {
            Throwable failure = null;
            try {
                part.play()
                        .run(
                                library.apply(new Clients(registry.endpoint(), part.anonymous())),
                                new Recorded(exchanges));
            } catch (RuntimeException | AssertionError e) {
                failure = e;
            }
            // First what was sent: a wrong request is why the rest failed.
            assertThat(registry.faults())
                    .as("requests against the recording; then: %s", failure)
                    .isEmpty();
            assertThat(failure).as("what the library returned").isNull();
        }
    }
}
