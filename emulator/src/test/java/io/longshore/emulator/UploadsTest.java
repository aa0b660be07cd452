// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UploadsTest {
    private static final byte[] CONTENT = Caller.bytes("hello world");
    private static final String DIGEST = "sha256:b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9";

    private final RegistryEmulator emulator = RegistryEmulator.start(EmulatorOptions.defaults()
            .withTls(false)
            .withLoginRequired(false)
            .withMaximumSingleUpload(64)
            .withClock(EmulatorClock.fixed(Instant.parse("2024-04-11T20:48:33.365270758Z"))));
    private final Caller caller = new Caller(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void start_opensASessionWithAState() {
        HttpResponse<byte[]> answer = send("POST", "/v2/a%2Fb/blobs/uploads/", null);

        String id = Caller.header(answer, "Docker-Upload-Uuid");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Caller.header(answer, "Range")).isEqualTo("0-0");
        assertThat(Caller.header(answer, "Location"))
                .startsWith("/v2/a/b/blobs/uploads/" + id + "?_nouploadcache=false&_state=");
        assertThat(state(answer))
                .isEqualTo("{\"Name\":\"a/b\",\"UUID\":\"" + id
                        + "\",\"Offset\":0,\"StartedAt\":\"2024-04-11T20:48:33.365270758Z\"}");
    }

    @Test
    void patch_inChunks_movesOn() {
        HttpResponse<byte[]> first = patch(start(), "hello ", "Content-Range", "0-5");
        HttpResponse<byte[]> second = patch(Caller.header(first, "Location"), "world", "Content-Range", "6-10");
        HttpResponse<byte[]> last = send("PUT", Caller.header(second, "Location") + "&digest=" + DIGEST, null);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(Caller.header(first, "Range")).isEqualTo("0-5");
        assertThat(state(first)).contains("\"Offset\":6,\"StartedAt\":\"2024-04-11T20:48:33Z\"");
        assertThat(Caller.header(second, "Range")).isEqualTo("0-10");
        assertThat(last.statusCode()).isEqualTo(201);
        assertThat(Caller.header(last, "Location")).isEqualTo("/v2/app/blobs/" + DIGEST);
        assertThat(Caller.header(last, "Docker-Content-Digest")).isEqualTo(DIGEST);
        assertThat(send("HEAD", "/v2/app/blobs/" + DIGEST, null).statusCode()).isEqualTo(200);
    }

    @Test
    void patch_afterAWriteThatFailedHalfway_overwritesItsRest() throws Exception {
        String next = Caller.header(patch(start(), "hello "), "Location");
        Files.writeString(part(), "wor", StandardOpenOption.APPEND);

        String last = Caller.header(patch(next, "world"), "Location");

        assertThat(send("PUT", last + "&digest=" + DIGEST, null).statusCode()).isEqualTo(201);
        assertThat(Caller.text(blob())).isEqualTo("hello world");
    }

    @Test
    void complete_whenTheFileIsNotWhatWasAcknowledged_isAFailureOfTheServer() throws Exception {
        String last = Caller.header(patch(start(), "hello world"), "Location");
        Files.writeString(part(), "hello");

        HttpResponse<byte[]> answer = send("PUT", last + "&digest=" + DIGEST, null);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(blob().statusCode()).isEqualTo(404);
    }

    @Test
    void start_whenTheDiskDoesNotTakeIt_isAFailureOfTheServer() throws Exception {
        Files.delete(emulator.directory().resolve("uploads"));

        assertThat(send("POST", "/v2/app/blobs/uploads/", null).statusCode()).isEqualTo(500);
    }

    private Path part() throws IOException {
        try (Stream<Path> files = Files.list(emulator.directory().resolve("uploads"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private HttpResponse<byte[]> blob() {
        String target = Caller.header(send("GET", "/v2/app/blobs/" + DIGEST, null), "Location");
        return send("GET", target.isEmpty() ? "/v2/app/blobs/" + DIGEST : target, null);
    }

    @Test
    void patch_withATransferInChunks_isAccepted() throws Exception {
        HttpResponse<byte[]> answer = caller.client()
                .send(
                        HttpRequest.newBuilder(caller.uri(start()))
                                .method("PATCH", BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(CONTENT)))
                                .build(),
                        BodyHandlers.ofByteArray());

        assertThat(Caller.header(answer, "Range")).isEqualTo("0-10");
    }

    @Test
    void patch_withABadRange_storesNothingAndMayBeTriedAgain() {
        String location = start();

        HttpResponse<byte[]> refused = patch(location, "hello ", "Content-Range", "bytes 0-5/*");

        assertThat(refused.statusCode()).isEqualTo(416);
        assertThat(Caller.text(refused))
                .isEqualTo(
                        "{\"errors\":[{\"code\":\"BLOB_UPLOAD_RANGE_INVALID\",\"message\":\"blob upload range invalid\","
                                + "\"detail\":{\"Range\":\"bytes 0-5/*\",\"Reason\":\"the Content-Range header format is"
                                + " invalid\"}}]}\n");
        assertThat(patch(location, "hello ", "Content-Range", "0-5").statusCode())
                .isEqualTo(202);
    }

    @Test
    void patch_atTheWrongPlaceOrOfTheWrongLength_isRefused() {
        String location = start();

        assertThat(patch(location, "hello ", "Content-Range", "1-6").statusCode())
                .isEqualTo(416);
        assertThat(patch(location, "hello ", "Content-Range", "0-6").statusCode())
                .isEqualTo(400);
    }

    @Test
    void patch_sentTwice_losesTheSession() {
        String location = start();
        String next = Caller.header(patch(location, "hello "), "Location");

        HttpResponse<byte[]> again = patch(location, "hello ");

        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(Caller.text(again))
                .isEqualTo("{\"errors\":[{\"code\":\"BLOB_UPLOAD_INVALID\",\"message\":\"blob upload invalid\"}]}\n");
        assertThat(Caller.text(patch(next, "world"))).contains("\"code\":\"BLOB_UPLOAD_UNKNOWN\"");
    }

    @Test
    void state_thatWasTamperedWith_isInvalid() {
        String location = start();

        assertThat(Caller.text(patch(location.replace("_state=", "_state=A"), "x")))
                .contains("\"code\":\"BLOB_UPLOAD_INVALID\"");
        assertThat(patch(location, "x").statusCode()).isEqualTo(202);
    }

    @Test
    void complete_withTheWholeBlob_takesTwoRequests() {
        HttpResponse<byte[]> answer = send("PUT", start() + "&digest=" + DIGEST.replace(":", "%3A"), CONTENT);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(emulator.requests().count()).isEqualTo(2);
    }

    @Test
    void complete_withSha512_isVerified() throws Exception {
        String digest = "sha512:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(CONTENT));

        assertThat(send("PUT", start() + "&digest=" + digest, CONTENT).statusCode())
                .isEqualTo(201);
        assertThat(send("PUT", start() + "&digest=" + digest, Caller.bytes("other"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void complete_withADigestThatIsNone_isRefused() {
        HttpResponse<byte[]> answer = send("PUT", start() + "&digest=nonsense", CONTENT);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.text(answer))
                .isEqualTo(
                        "{\"errors\":[{\"code\":\"DIGEST_INVALID\",\"message\":\"provided digest did not match uploaded"
                                + " content\",\"detail\":\"digest parsing failed\"}]}\n");
    }

    @Test
    void complete_withAnotherDigest_keepsNothing() {
        HttpResponse<byte[]> answer = send("PUT", start() + "&digest=" + DIGEST, Caller.bytes("hello"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(send("HEAD", "/v2/app/blobs/" + DIGEST, null).statusCode()).isEqualTo(404);
        assertThat(emulator.directory().resolve("uploads")).isEmptyDirectory();
    }

    @Test
    void complete_withMoreThanASingleUploadMayHave_isTooLarge() {
        assertThat(send("PUT", start() + "&digest=" + DIGEST, new byte[65]).statusCode())
                .isEqualTo(413);
    }

    @Test
    void status_tellsHowFarItIs() {
        String next = Caller.header(patch(start(), "hello "), "Location");

        HttpResponse<byte[]> answer = send("GET", next, null);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(Caller.header(answer, "Range")).isEqualTo("0-5");
        assertThat(patch(Caller.header(answer, "Location"), "world").statusCode())
                .isEqualTo(202);
    }

    @Test
    void cancel_endsTheSession() {
        String location = start();

        assertThat(send("DELETE", location, null).statusCode()).isEqualTo(204);
        assertThat(patch(location, "x").statusCode()).isEqualTo(404);
        assertThat(emulator.directory().resolve("uploads")).isEmptyDirectory();
    }

    @Test
    void complete_inChunksOfMoreThanTheMaximum_isTooLarge() throws Exception {
        String target = start() + "&digest=" + DIGEST;

        assertThat(inChunks("PUT", target, new byte[65], "X-Nothing", "").statusCode())
                .isEqualTo(413);
        assertThat(inChunks("PUT", start() + "&digest=" + DIGEST, CONTENT, "X-Nothing", "")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void patch_inChunksThatDoNotFitTheRange_isRefused() throws Exception {
        assertThat(inChunks("PATCH", start(), CONTENT, "Content-Range", "0-9").statusCode())
                .isEqualTo(400);
        assertThat(inChunks("PATCH", start(), CONTENT, "Content-Range", "0-11").statusCode())
                .isEqualTo(400);
        assertThat(inChunks("PATCH", start(), CONTENT, "Content-Range", "0-10").statusCode())
                .isEqualTo(202);
    }

    @Test
    void session_ofLastWeek_isUnknown() {
        String old = start();
        emulator.clock().advance(Duration.ofDays(8));
        String next = start();

        assertThat(Caller.text(patch(old, "x"))).contains("\"code\":\"BLOB_UPLOAD_UNKNOWN\"");
        assertThat(patch(next, "x").statusCode()).isEqualTo(202);
    }

    private HttpResponse<byte[]> inChunks(String method, String target, byte[] body, String... headers)
            throws Exception {
        return caller.client()
                .send(
                        HttpRequest.newBuilder(caller.uri(target))
                                .method(method, BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)))
                                .headers(headers)
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    @Test
    void mount_ofWhatTheSourceHas_needsNoUpload() {
        emulator.seed().blob("source", CONTENT);

        HttpResponse<byte[]> answer = send("POST", "/v2/to/blobs/uploads/?mount=" + DIGEST + "&from=source", null);

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(Caller.header(answer, "Location")).isEqualTo("/v2/to/blobs/" + DIGEST);
        assertThat(answer.headers().firstValue("Docker-Upload-Uuid")).isEmpty();
        assertThat(send("HEAD", "/v2/to/blobs/" + DIGEST, null).statusCode()).isEqualTo(200);
    }

    @Test
    void mount_ofWhatTheSourceLacks_becomesAnUpload() {
        HttpResponse<byte[]> answer = send("POST", "/v2/to/blobs/uploads/?mount=" + DIGEST + "&from=source", null);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Caller.header(answer, "Docker-Upload-Uuid")).isNotEmpty();
    }

    @Test
    void singlePost_becomesAnUpload() {
        assertThat(send("POST", "/v2/app/blobs/uploads/?digest=" + DIGEST, CONTENT)
                        .statusCode())
                .isEqualTo(202);
    }

    private String start() {
        return Caller.header(send("POST", "/v2/app/blobs/uploads/", null), "Location");
    }

    private HttpResponse<byte[]> patch(String location, String content, String... headers) {
        return caller.send("PATCH", location, Caller.bytes(content), headers);
    }

    private HttpResponse<byte[]> send(String method, String target, byte[] body) {
        return caller.send(method, target, body);
    }

    private static String state(HttpResponse<?> answer) {
        String encoded =
                Caller.header(answer, "Location").replaceFirst(".*_state=", "").replace("%3D", "=");
        byte[] state = Base64.getUrlDecoder().decode(encoded);
        return new String(Arrays.copyOfRange(state, 32, state.length), StandardCharsets.UTF_8);
    }
}
