// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UploadStateTest {
    private final UploadState states = new UploadState();

    @Test
    void offset_ofAStateGivenOut_isKnown() {
        String state = states.encode("app", "id", 1024, "2024-04-11T20:48:33Z");

        assertThat(states.offset(state, "app", "id")).hasValue(1024);
    }

    @Test
    void offset_ofAStateForSomethingElse_isUnknown() {
        String state = states.encode("app", "id", 1024, "2024-04-11T20:48:33Z");

        assertThat(states.offset(state, "other", "id")).isEmpty();
        assertThat(states.offset(state, "app", "other")).isEmpty();
        assertThat(new UploadState().offset(state, "app", "id")).isEmpty();
        assertThat(states.offset("", "app", "id")).isEmpty();
        assertThat(states.offset("not base64!", "app", "id")).isEmpty();
        assertThat(states.offset("AAAA", "app", "id")).isEmpty();
    }
}
