// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BlobsTest {
    private static final byte[] CONTENT = filled(1024);
    private static final String DIGEST = "sha256:5a648d8015900d89664e00e125df179636301a2d8fa191c1aa2bd9358ea53a69";
    private static final String ABSENT = "sha256:" + "ab".repeat(32);

    private final RegistryEmulator emulator =
            RegistryEmulator.start(EmulatorOptions.defaults().withTls(false).withLoginRequired(false));
    private final Caller caller = new Caller(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void get_isRedirectedToTheDataEndpoint() {
        emulator.seed().blob("a/b", CONTENT);

        HttpResponse<byte[]> answer = send("GET", "/v2/a%2Fb/blobs/" + DIGEST.replace(":", "%3A"));

        String location = Caller.header(answer, "Location");
        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(Caller.header(answer, "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(Caller.header(answer, "Docker-Content-Digest")).isEqualTo(DIGEST);
        assertThat(Caller.text(answer))
                .isEqualTo("<a href=\"" + location.replace("&", "&amp;") + "\">Temporary Redirect</a>.\n\n");
        assertThat(location)
                .startsWith("http://localhost:")
                .doesNotContain(":" + emulator.port() + "/")
                .contains("//docker/registry/v2/blobs/sha256/5a/5a648d80", "/data?se=", "&sp=r&spr=https&sr=b&sv=");
    }

    @Test
    void get_byNumber_isRedirectedToTheName() {
        emulator.seed().blob("app", CONTENT);

        HttpResponse<byte[]> answer = send("GET", "http://127.0.0.1:" + emulator.port() + "/v2/app/blobs/" + DIGEST);

        String location = Caller.header(answer, "Location");
        assertThat(location).startsWith("http://localhost:");
        assertThat(send("GET", location).body()).isEqualTo(CONTENT);
    }

    @Test
    void dataEndpoint_servesTheWholeBlob() {
        HttpResponse<byte[]> answer = send("GET", dataAddress());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(CONTENT);
        assertThat(Caller.header(answer, "Content-Length")).isEqualTo("1024");
        assertThat(Caller.header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.headers().firstValue("Docker-Content-Digest")).isEmpty();
    }

    @Test
    void dataEndpoint_servesRangesAndClipsThem() {
        String address = dataAddress();

        assertThat(Caller.header(range(address, "bytes=256-511"), "Content-Range"))
                .isEqualTo("bytes 256-511/1024");
        assertThat(range(address, "bytes=256-511").body()).hasSize(256);
        HttpResponse<byte[]> clipped = range(address, "bytes=0-4194303");
        assertThat(clipped.statusCode()).isEqualTo(206);
        assertThat(Caller.header(clipped, "Content-Range")).isEqualTo("bytes 0-1023/1024");
        HttpResponse<byte[]> beyond = range(address, "bytes=1024-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(Caller.header(beyond, "Content-Range")).isEqualTo("bytes */1024");
    }

    @Test
    void dataEndpoint_refusesARegistryToken() {
        HttpResponse<byte[]> answer = caller.send("GET", dataAddress(), null, "Authorization", "Bearer x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.text(answer)).contains("Authentication information is not given in the correct format");
    }

    @Test
    void dataEndpoint_refusesAnAddressThatWasChanged() {
        String address = dataAddress();
        int signature = address.indexOf("sig=") + 4;
        char other = address.charAt(signature) == 'A' ? 'B' : 'A';

        assertThat(send("GET", address.substring(0, signature) + other + address.substring(signature + 1))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("GET", address.replaceFirst("se=2", "se=3")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void dataEndpoint_refusesAnAddressThatExpired() {
        String address = dataAddress();
        emulator.clock().advance(Duration.ofMinutes(19));
        assertThat(send("GET", address).statusCode()).isEqualTo(200);

        emulator.clock().advance(Duration.ofMinutes(1));
        assertThat(send("GET", address).statusCode()).isEqualTo(403);
    }

    @Test
    void head_answersDirectlyAndIgnoresARange() {
        emulator.seed().blob("app", CONTENT);

        HttpResponse<byte[]> answer = caller.send("HEAD", "/v2/app/blobs/" + DIGEST, null, "Range", "bytes=0-1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.header(answer, "Content-Length")).isEqualTo("1024");
        assertThat(Caller.header(answer, "Docker-Content-Digest")).isEqualTo(DIGEST);
        assertThat(send("HEAD", "/v2/app/blobs/" + ABSENT).statusCode()).isEqualTo(404);
    }

    @Test
    void get_withoutDataEndpoint_answersTheBytes() {
        try (RegistryEmulator direct = RegistryEmulator.start(EmulatorOptions.defaults()
                .withTls(false)
                .withLoginRequired(false)
                .withDataEndpoint(false))) {
            direct.seed().blob("app", CONTENT);
            Caller other = new Caller(direct);

            assertThat(other.send("GET", "/v2/app/blobs/" + DIGEST, null).body())
                    .isEqualTo(CONTENT);
            HttpResponse<byte[]> part = other.send("GET", "/v2/app/blobs/" + DIGEST, null, "Range", "bytes=1000-2000");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).hasSize(24);
            assertThat(Caller.header(part, "Docker-Content-Digest")).isEqualTo(DIGEST);
        }
    }

    @Test
    void blob_ofAnotherRepository_isUnknown() {
        emulator.seed().blob("app", CONTENT);

        assertThat(Caller.text(send("GET", "/v2/other/blobs/" + DIGEST)))
                .isEqualTo("{\"errors\":[{\"code\":\"BLOB_UNKNOWN\",\"message\":\"blob unknown to registry\"}]}\n");
    }

    @Test
    void delete_takesTheBlobFromOneRepository() {
        emulator.seed().blob("app", CONTENT);
        emulator.seed().blob("other", CONTENT);

        HttpResponse<byte[]> first = send("DELETE", "/v2/app/blobs/" + DIGEST);
        HttpResponse<byte[]> second = send("DELETE", "/v2/app/blobs/" + DIGEST);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(Caller.header(first, "X-Ms-Ratelimit-Remaining-Calls-Per-Second"))
                .isEqualTo("8.000000");
        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(Caller.header(second, "Content-Length")).isEqualTo("74");
        assertThat(send("HEAD", "/v2/other/blobs/" + DIGEST).statusCode()).isEqualTo(200);
    }

    private static byte[] filled(int size) {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) 1);
        return content;
    }

    private String dataAddress() {
        emulator.seed().blob("app", CONTENT);
        return Caller.header(send("GET", "/v2/app/blobs/" + DIGEST), "Location");
    }

    private HttpResponse<byte[]> range(String address, String range) {
        return caller.send("GET", address, null, "Range", range);
    }

    private HttpResponse<byte[]> send(String method, String target) {
        return caller.send(method, target, null);
    }
}
