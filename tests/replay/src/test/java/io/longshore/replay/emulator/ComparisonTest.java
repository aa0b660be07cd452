// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.replay.recording.Answered;
import io.longshore.replay.recording.Content;
import io.longshore.replay.recording.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison sees what must not be overlooked. */
final class ComparisonTest {
    private static final Answered RECORDED = new Answered(
            200,
            Fields.of(Map.of("Content-Type", "application/json; charset=utf-8", "Content-Length", "2")),
            Optional.of(Content.of("{}")));

    private final Comparison comparison = new Comparison("99-made-up");

    @Test
    void answer_asRecordedWithOtherCase_isEqual() {
        Fields headers = Fields.of(Map.of(
                "content-type", "application/json; charset=utf-8", "content-length", "2", "Server", "not recorded"));

        assertEqual(new Answered(200, headers, RECORDED.body()), true);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length, 3",
        "Content-Type, application/json",
        "Link, </next>",
        "WWW-Authenticate, Bearer",
        "Docker-Content-Digest, sha256:00",
        "Transfer-Encoding, chunked",
        "X-Ms-Ratelimit-Remaining-Calls-Per-Second, 8.000000"
    })
    void answer_withAnotherHeader_differs(String name, String value) {
        assertEqual(RECORDED.with(RECORDED.headers().with(name, value)), false);
    }

    @Test
    void answer_withAnotherStatus_differs() {
        assertEqual(new Answered(201, RECORDED.headers(), RECORDED.body()), false);
    }

    @Test
    void answer_withAnotherByte_differs() {
        assertEqual(new Answered(200, RECORDED.headers(), Optional.of(Content.of("[]"))), false);
    }

    @Test
    void uploadState_atAnotherOffset_differs() {
        String start = "/v2/app/blobs/uploads/bc327ebe-ce46-4e99-ad69-0669e5e60767?_nouploadcache=false&_state=";
        String signature = "x".repeat(32);
        String state = "{\"Name\":\"app\",\"UUID\":\"bc327ebe-ce46-4e99-ad69-0669e5e60767\",\"Offset\":%d}";

        assertThat(location(start, signature + String.format(Locale.ROOT, state, 0)))
                .isEqualTo(location(start, "y".repeat(32) + String.format(Locale.ROOT, state, 0)))
                .isNotEqualTo(location(start, signature + String.format(Locale.ROOT, state, 1)));
    }

    private String location(String start, String state) {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(state.getBytes(StandardCharsets.UTF_8));
        Answered answered = new Answered(202, Fields.of(Map.of("Location", start + encoded)), Optional.empty());
        return comparison.expected(answered).get("location");
    }

    private void assertEqual(Answered actual, boolean equal) {
        assertThat(comparison.actual(actual, RECORDED).equals(comparison.expected(RECORDED)))
                .isEqualTo(equal);
    }
}
