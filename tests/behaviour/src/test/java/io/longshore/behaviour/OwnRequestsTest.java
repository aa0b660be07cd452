// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.longshore.emulator.EmulatorOptions;
import io.longshore.emulator.Fault;
import io.longshore.emulator.RecordedRequest;
import io.longshore.emulator.RegistryEmulator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests of the caller's own, through the pipelines of the clients. */
class OwnRequestsTest {
    private static final String BLOB = Scenarios.digest(Seeds.BLOB_TEXT.getBytes(StandardCharsets.UTF_8));

    private final RegistryEmulator registry = RegistryEmulator.start();

    /** How a request is sent. */
    enum Sending {
        SYNC {
            @Override
            HttpResponse send(HttpPipeline pipeline, HttpRequest request) {
                return pipeline.sendSync(request, Context.NONE);
            }
        },
        ASYNC {
            @Override
            HttpResponse send(HttpPipeline pipeline, HttpRequest request) {
                return pipeline.send(request)
                        .blockOptional(Duration.ofSeconds(30))
                        .orElseThrow();
            }
        };

        abstract HttpResponse send(HttpPipeline pipeline, HttpRequest request);
    }

    @BeforeEach
    void fill() {
        Seeds.fill(registry);
        registry.requests().clear();
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void everyClient_handsOutAPipelineWithItsLogin() {
        Clients clients = Clients.of(registry);
        Stream<HttpPipeline> pipelines = Stream.of(
                clients.builder().buildClient().getHttpPipeline(),
                clients.builder().buildAsyncClient().getHttpPipeline(),
                clients.content(Seeds.APP).buildClient().getHttpPipeline(),
                clients.content(Seeds.APP).buildAsyncClient().getHttpPipeline());

        assertThat(pipelines)
                .hasSize(4)
                .allSatisfy(pipeline -> assertThat(status(pipeline, get("/v2/samples/app/tags/list")))
                        .isEqualTo(200));
    }

    @ParameterizedTest
    @EnumSource
    void canGetBlobLocation(Sending sending) {
        try (HttpResponse response = sending.send(pipeline(), get("/v2/" + Seeds.APP + "/blobs/" + BLOB))) {
            assertThat(response.getStatusCode()).isEqualTo(307);
            assertThat(URI.create(response.getHeaderValue(HttpHeaderName.LOCATION)))
                    .hasScheme("https");
        }
        assertThat(registry.requests().matching("GET", ".*/docker/registry/.*"))
                .as("the redirect is the caller's to follow")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void patchOfTheCallers_serverFails_isNotRepeated(Sending sending) {
        registry.faults().add(Fault.status(503).on("PATCH", ".*"));
        HttpRequest patch = request(HttpMethod.PATCH, "/acr/v1/" + Seeds.APP + "/_tags/v1")
                .setBody("{\"deleteEnabled\":false}")
                .setHeader(HttpHeaderName.CONTENT_TYPE, "application/json");

        try (HttpResponse response = sending.send(pipeline(), patch)) {
            assertThat(response.getStatusCode()).isEqualTo(503);
        }
        assertThat(registry.requests().matching("PATCH", ".*")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void patchOfTheCallers_challenged_goesOutOnceMoreWithItsBody(Sending sending) {
        HttpRequest patch = request(HttpMethod.PATCH, "/acr/v1/" + Seeds.APP + "/_tags/v1")
                .setBody("{\"deleteEnabled\":false}")
                .setHeader(HttpHeaderName.CONTENT_TYPE, "application/json");

        try (HttpResponse response = sending.send(pipeline(), patch)) {
            assertThat(response.getStatusCode()).isEqualTo(200);
            assertThat(response.getBodyAsBinaryData().toString()).contains("\"deleteEnabled\":false");
        }
        assertThat(registry.requests().matching("PATCH", ".*"))
                .extracting(RecordedRequest::status)
                .containsExactly(401, 200);
    }

    @ParameterizedTest
    @EnumSource
    void getOfTheCallers_serverFails_isRepeated(Sending sending) {
        registry.faults().add(Fault.status(503).on("GET", "/v2/.*").times(2));

        try (HttpResponse response = sending.send(pipeline(), get("/v2/"))) {
            assertThat(response.getStatusCode()).isEqualTo(200);
        }
        assertThat(registry.requests().matching("GET", "/v2/"))
                .extracting(RecordedRequest::status)
                .contains(503, 200);
    }

    @ParameterizedTest
    @EnumSource
    void anotherHost_getsNoToken(Sending sending) {
        HttpPipeline pipeline = pipeline();
        assertThat(status(pipeline, get("/v2/"))).isEqualTo(200);

        try (RegistryEmulator other =
                RegistryEmulator.start(EmulatorOptions.defaults().withTls(false))) {
            HttpRequest elsewhere = new HttpRequest(HttpMethod.GET, other.endpoint() + "/v2/");
            try (HttpResponse response = sending.send(pipeline, elsewhere)) {
                assertThat(response.getStatusCode()).isEqualTo(401);
            }

            assertThat(other.requests().all())
                    .hasSize(1)
                    .allMatch(request -> request.header("authorization").isEmpty());
        }
    }

    @Test
    void builderWithAPipeline_handsOutThatOne() {
        HttpPipeline own = new HttpPipelineBuilder().build();

        assertThat(Clients.of(registry).builder().pipeline(own).buildClient().getHttpPipeline())
                .isSameAs(own);
    }

    private HttpPipeline pipeline() {
        return Clients.of(registry).builder().buildClient().getHttpPipeline();
    }

    private HttpRequest get(String path) {
        return request(HttpMethod.GET, path);
    }

    private HttpRequest request(HttpMethod method, String path) {
        return new HttpRequest(method, registry.endpoint() + path);
    }

    private static int status(HttpPipeline pipeline, HttpRequest request) {
        try (HttpResponse response = pipeline.sendSync(request, Context.NONE)) {
            return response.getStatusCode();
        }
    }
}
