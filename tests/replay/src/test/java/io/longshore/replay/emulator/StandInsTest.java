// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.replay.recording.Content;
import io.longshore.replay.recording.Exchange;
import io.longshore.replay.recording.Recording;
import io.longshore.replay.recording.Recordings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table from recorded digests to stand-ins is what it says. */
final class StandInsTest {
    /** Its halves were recorded, not the whole. */
    private static final Content DOWNLOADED_IN_PARTS = Content.repeated((byte) 10, 1024);

    /** Of the manifest converted to schema 1, which is not replayed against the emulator. */
    private static final String CONVERTED = "sha256:f22b12a8e1e51b533588b4ea81af13d7210dd6663373dbd3b284ca926ffa5da0";

    private final List<Recording> recordings = Recordings.all();
    private final StandIns standIns = new StandIns(recordings);

    @Test
    void table_isABijection() {
        Map<String, StandIn> table = standIns.table();
        Set<String> digests = new HashSet<>();
        table.values().forEach(standIn -> digests.add(standIn.digest()));

        assertThat(digests).hasSameSizeAs(table.keySet()).doesNotContainAnyElementsOf(table.keySet());
    }

    @Test
    void table_holdsEveryRecordedDigestWithoutContent_andNoOther() {
        List<Exchange> exchanges = recordings.stream()
                .flatMap(recording -> recording.exchanges().stream())
                .toList();
        Set<String> mentioned = new TreeSet<>();
        exchanges.forEach(exchange -> mentioned.addAll(StandIns.digests(texts(exchange))));
        Set<String> contents = StandIns.contents(exchanges);
        contents.add(DOWNLOADED_IN_PARTS.digest());
        mentioned.removeIf(
                digest -> contents.contains(digest) && !standIns.table().containsKey(digest));
        mentioned.remove(CONVERTED);

        assertThat(standIns.table().keySet()).isNotEmpty().isEqualTo(mentioned);
    }

    @Test
    void manifests_ofWhichOnlyTheDigestIsKnown_haveTheStartOfIt() {
        Map<String, StandIn> made = new TreeMap<>(standIns.table());
        made.values().removeIf(standIn -> !standIn.content().text().contains("\"stands-for\""));

        assertThat(made)
                .isNotEmpty()
                .allSatisfy((recorded, standIn) ->
                        assertThat(standIn.digest()).startsWith(recorded.substring(0, "sha256:".length() + 2)));
    }

    private static String texts(Exchange exchange) {
        return exchange.asked().target().replace("%3A", ":")
                + exchange.asked().body().orElse(Content.EMPTY).text()
                + exchange.answered().headers()
                + exchange.answered().text();
    }
}
