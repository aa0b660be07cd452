// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.replay.recording.Answered;
import io.longshore.replay.recording.Asked;
import io.longshore.replay.recording.Content;
import io.longshore.replay.recording.Fields;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The script tells what went against it. */
final class ScriptedRegistryTest {
    private static final Cue CUE = new Cue(
            new Asked("GET", "/v2/app/blobs/b", false, Fields.of(Map.of()), Optional.empty()),
            false,
            new Answered(200, Fields.of(Map.of("ETag", "e")), Optional.of(Content.of("content"))));

    @Test
    void request_asScripted_isAnswered() throws Exception {
        try (ScriptedRegistry registry = new ScriptedRegistry(List.of(CUE))) {
            HttpResponse<String> answer = get(registry, "/v2/app/blobs/b");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("content");
            assertThat(answer.headers().firstValue("etag")).contains("e");
            assertThat(registry.faults()).isEmpty();
        }
    }

    @Test
    void request_againstTheScript_isReported() throws Exception {
        try (ScriptedRegistry registry = new ScriptedRegistry(List.of(CUE))) {
            assertThat(get(registry, "/v2/app/blobs/other").statusCode()).isEqualTo(400);
            assertThat(registry.faults()).hasSize(2);
        }
    }

    @Test
    void request_beyondTheScript_isReported() throws Exception {
        try (ScriptedRegistry registry = new ScriptedRegistry(List.of(CUE))) {
            get(registry, "/v2/app/blobs/b");
            get(registry, "/v2/app/blobs/b");

            assertThat(registry.faults()).containsExactly("beyond the script: GET /v2/app/blobs/b");
        }
    }

    @Test
    void request_thatNeverCame_isReported() throws Exception {
        try (ScriptedRegistry registry = new ScriptedRegistry(List.of(CUE))) {
            assertThat(registry.faults()).containsExactly("not sent: GET /v2/app/blobs/b");
        }
    }

    private static HttpResponse<String> get(ScriptedRegistry registry, String target)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(registry.endpoint() + target)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
