// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    private final RegistryEmulator emulator =
            RegistryEmulator.start(EmulatorOptions.defaults().withTls(false).withLoginRequired(false));
    private final Caller caller = new Caller(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void answers_haveTheServicesHeadersWithDuplicatesAndSpelling() throws IOException {
        String answer = raw(
                "GET /v2/ HTTP/1.1\r\nHost: my.registry\r\nx-ms-client-request-id: me\r\nConnection: close\r\n\r\n");

        assertThat(answer.lines().toList())
                .startsWith("HTTP/1.1 200 OK", "Server: AzureContainerRegistry")
                .containsSequence(
                        "Access-Control-Expose-Headers: Docker-Content-Digest",
                        "Access-Control-Expose-Headers: WWW-Authenticate",
                        "Access-Control-Expose-Headers: Link",
                        "Access-Control-Expose-Headers: X-Ms-Correlation-Request-Id",
                        "Docker-Distribution-Api-Version: registry/2.0",
                        "Strict-Transport-Security: max-age=31536000; includeSubDomains",
                        "Strict-Transport-Security: max-age=31536000; includeSubDomains",
                        "X-Content-Type-Options: nosniff")
                .contains("X-Ms-Client-Request-Id: me", "Content-Length: 2");
        assertThat(answer).endsWith("\r\n\r\n{}");
    }

    @Test
    void host_namesTheRegistryAsTheCallerKnowsIt() throws IOException {
        emulator.seed().image("app", "v1");

        assertThat(raw("GET /acr/v1/app HTTP/1.1\r\nHost: my.azurecr.io\r\nConnection: close\r\n\r\n"))
                .contains("{\"registry\":\"my.azurecr.io\",\"imageName\":\"app\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/acr/v1/library%2Fhello-world/_manifests/unknown:digest?api-version=2021-07-01",
                "/acr/v1/app/_manifests/v1",
                "/v2/app/manifests/with%20space",
                "/v2/App/manifests/v1",
                "/v2/app/blobs/sha256:short",
                "/v2/%2E%2E/manifests/v1",
                "/v2/nothing",
            })
    void pathThatDoesNotRoute_isPlainlyNotFound(String path) {
        HttpResponse<byte[]> answer = caller.send("GET", path, null);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Caller.header(answer, "Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(Caller.header(answer, "Docker-Distribution-Api-Version")).isEqualTo("registry/2.0");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers")).isEmpty();
        assertThat(Caller.text(answer)).isEqualTo("404 page not found\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/app/%zz", "/v2/app/tags/list%", "/v2/../manifests/v1", "/v2//tags/list"})
    void pathThatNoUrlClassWouldSend_isPlainlyNotFound(String path) throws IOException {
        assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404")
                .endsWith("\r\n\r\n404 page not found\n");
    }

    @Test
    void queryWithABrokenEscape_isABadRequest() throws IOException {
        assertThat(raw("GET /acr/v1/_catalog?last=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("the query is not percent-encoded");
    }

    @Test
    void unknownTopLevelPath_isNotFoundInOctets() {
        HttpResponse<byte[]> answer = caller.send("GET", "/nowhere", null);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Caller.header(answer, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(Caller.text(answer)).isEqualTo("Not found");
    }

    @Test
    void wrongMethod_isNotAllowed() {
        HttpResponse<byte[]> answer = caller.send("POST", "/acr/v1/app", null);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(Caller.header(answer, "Allow")).isEqualTo("DELETE, GET, PATCH");
    }

    @Test
    void expectContinue_isInvitedOnlyWhenTheBodyIsWanted() throws IOException {
        String location = Caller.header(caller.send("POST", "/v2/app/blobs/uploads/", null), "Location");
        String common =
                " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: 2\r\n\r\n";

        assertThat(raw("PATCH /v2/app/blobs/uploads/unknown" + common))
                .startsWith("HTTP/1.1 404")
                .doesNotContain("100 Continue");
        assertThat(raw("PATCH " + location + common + "ab"))
                .startsWith("HTTP/1.1 100 Continue")
                .contains("Range: 0-1");
    }

    @Test
    void requestThatIsNoHttp_isABadRequest() throws IOException {
        assertThat(raw("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void connection_isKeptForTheNextRequest() throws IOException {
        String one = "GET /v2/ HTTP/1.1\r\nHost: x\r\n\r\n";
        String last = "GET /v2/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        assertThat(raw(one + last).split("HTTP/1.1 200 OK", -1)).hasSize(3);
    }

    @Test
    void address_mayBeGivenByNumberToo() {
        for (String host : List.of("localhost", "127.0.0.1")) {
            assertThat(caller.send("GET", "http://" + host + ":" + emulator.port() + "/v2/", null)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", emulator.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
