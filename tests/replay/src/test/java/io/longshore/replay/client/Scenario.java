// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import io.longshore.replay.recording.Answered;
import io.longshore.replay.recording.Asked;
import io.longshore.replay.recording.Exchange;
import java.util.Arrays;
import java.util.List;

/** What to do with the library in one recording; several parts where a file holds several recordings. */
record Scenario(String recording, List<Part> parts) {

    static Scenario of(String recording, Part... parts) {
        return new Scenario(recording, Arrays.asList(parts));
    }

    /**
     * A continuous stretch.
     *
     * @param from index of its first exchange
     * @param to index after its last exchange
     */
    record Part(int from, int to, boolean anonymous, Play play) {}

    static Part all(Play play) {
        return new Part(0, Integer.MAX_VALUE, false, play);
    }

    static Part anonymous(Play play) {
        return new Part(0, Integer.MAX_VALUE, true, play);
    }

    static Part part(int from, int to, Play play) {
        return new Part(from, to, false, play);
    }

    /** Drives the library and compares what it returns. */
    interface Play {
        void run(Library library, Recorded recorded);
    }

    /** The exchanges of a part. */
    record Recorded(List<Exchange> exchanges) {
        Answered answer(int index) {
            return exchanges.get(index).answered();
        }

        Asked request(int index) {
            return exchanges.get(index).asked();
        }
    }
}
