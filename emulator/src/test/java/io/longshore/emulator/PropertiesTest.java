// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PropertiesTest {
    private static final String OPEN =
            "{\"deleteEnabled\":true,\"writeEnabled\":true,\"readEnabled\":true,\"listEnabled\":true}";

    private final EmulatorClock clock = EmulatorClock.fixed(Instant.parse("2026-01-13T17:34:15.876657Z"));
    private final RegistryEmulator emulator = RegistryEmulator.start(
            EmulatorOptions.defaults().withTls(false).withLoginRequired(false).withClock(clock));
    private final Caller caller = new Caller(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void repository_hasCountsTimesAndAttributes() {
        emulator.seed().image("library/app", "v1");
        clock.advance(Duration.ofSeconds(1));
        emulator.seed().image("library/app", "v2");

        assertThat(get("/acr/v1/library%2Fapp"))
                .isEqualTo("{\"registry\":\"" + emulator.loginServer()
                        + "\",\"imageName\":\"library/app\",\"createdTime\":\"2026-01-13T17:34:15.876657Z\","
                        + "\"lastUpdateTime\":\"2026-01-13T17:34:16.876657Z\",\"manifestCount\":2,\"tagCount\":2,"
                        + "\"changeableAttributes\":{\"deleteEnabled\":true,\"writeEnabled\":true,\"readEnabled\":true,"
                        + "\"listEnabled\":true,\"teleportEnabled\":false}}\n");
    }

    @Test
    void repository_unknown_isNotFoundInTwoWays() {
        HttpResponse<byte[]> got = send("GET", "/acr/v1/unknowntag");
        HttpResponse<byte[]> deleted = send("DELETE", "/acr/v1/unknowntag");

        assertThat(Caller.text(got))
                .isEqualTo("{\"errors\":[{\"code\":\"NAME_UNKNOWN\",\"message\":\"repository \\\"unknowntag\\\" is not"
                        + " found\"}]}\n");
        assertThat(Caller.text(deleted))
                .isEqualTo(
                        "{\"errors\":[{\"code\":\"NAME_UNKNOWN\",\"message\":\"repository name not known to registry\","
                                + "\"detail\":{\"name\":\"unknowntag\"}}]}\n");
        assertThat(List.of(got.statusCode(), deleted.statusCode())).containsOnly(404);
    }

    @Test
    void repositoryDelete_namesWhatIsGone() throws IOException {
        String digest = emulator.seed().image("oci-artifact", "v1");

        HttpResponse<byte[]> answer = send("DELETE", "/acr/v1/oci-artifact?api-version=2021-07-01");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Caller.header(answer, "X-Ms-Ratelimit-Remaining-Calls-Per-Second"))
                .isEqualTo("8.000000");
        assertThat(Caller.text(answer))
                .isEqualTo("{\"manifestsDeleted\":[\"" + digest + "\"],\"tagsDeleted\":[\"v1\"]}\n");
        assertThat(send("GET", "/acr/v1/oci-artifact").statusCode()).isEqualTo(404);
        try (Stream<Path> files = Files.walk(emulator.directory())) {
            assertThat(files.filter(Files::isRegularFile))
                    .extracting(Path::getFileName)
                    .containsOnly(Path.of("emulator.lock"));
        }
    }

    @Test
    void repositoryPatch_changesWhatIsSentAndNoTime() {
        emulator.seed().image("app", "v1");
        String before = get("/acr/v1/app");
        clock.advance(Duration.ofSeconds(1));

        HttpResponse<byte[]> answer = patch("/acr/v1/app", "{\"deleteEnabled\":false,\"readEnabled\":false}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.text(answer))
                .isEqualTo(before.replace("\"deleteEnabled\":true", "\"deleteEnabled\":false")
                        .replace("\"readEnabled\":true", "\"readEnabled\":false"));
    }

    @Test
    void patch_thatIsNoJson_isMalformedAndChangesNothing() {
        emulator.seed().image("app", "v1");
        String before = get("/acr/v1/app");

        assertThat(patch("/acr/v1/app", "{").statusCode()).isEqualTo(400);
        assertThat(patch("/acr/v1/app", "[]").statusCode()).isEqualTo(400);
        assertThat(patch("/acr/v1/app", "").statusCode()).isEqualTo(400);
        assertThat(patch("/acr/v1/app", "{readEnabled:false}").statusCode()).isEqualTo(400);
        assertThat(patch("/acr/v1/app", "{\"readEnabled\":false} x").statusCode())
                .isEqualTo(400);
        assertThat(patch("/acr/v1/app", "{\"readEnabled\":false,\"listEnabled\":\"no\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/acr/v1/app")).isEqualTo(before);
    }

    @Test
    void catalog_isPagedByName() {
        List.of("library/node", "library/alpine", "library/hello-world", "library/busybox")
                .forEach(name -> emulator.seed().image(name, "latest"));

        HttpResponse<byte[]> first = send("GET", "/acr/v1/_catalog?n=2");
        HttpResponse<byte[]> second = send("GET", "/acr/v1/_catalog?last=library%2Fbusybox&n=2&orderby=");

        assertThat(Caller.text(first)).isEqualTo("{\"repositories\":[\"library/alpine\",\"library/busybox\"]}\n");
        assertThat(Caller.header(first, "Link"))
                .isEqualTo("</acr/v1/_catalog?last=library%2Fbusybox&n=2&orderby=>; rel=\"next\"");
        assertThat(Caller.text(second)).isEqualTo("{\"repositories\":[\"library/hello-world\",\"library/node\"]}\n");
        assertThat(second.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void list_withABadNumber_isRefused() {
        assertThat(send("GET", "/acr/v1/_catalog?n=-1").statusCode()).isEqualTo(400);
        assertThat(get("/acr/v1/_catalog?n=0")).isEqualTo("{\"repositories\":[]}\n");
    }

    @Test
    void tags_byTime_areLinkedByTicksWithoutTheDigest() {
        String digest = seedTag("latest", "2026-01-13T17:34:15.9757771Z");
        seedTag("v2", "2026-01-13T17:34:21.1470601Z");
        seedTag("v4", "2026-01-13T17:34:21.2063166Z");

        HttpResponse<byte[]> first = send(
                "GET",
                "/acr/v1/library%2Fhello-world/_tags?n=2&orderby=timeasc&digest=" + digest.replace(":", "%3A")
                        + "&api-version=2021-07-01");

        assertThat(Caller.header(first, "Link"))
                .isEqualTo("</acr/v1/library%2Fhello-world/_tags?last=639039224611470601%26v2&n=2&orderby=timeasc>;"
                        + " rel=\"next\"");
        assertThat(Caller.text(first))
                .isEqualTo("{\"registry\":\"" + emulator.loginServer()
                        + "\",\"imageName\":\"library/hello-world\",\"tags\":["
                        + tag("latest", digest, "2026-01-13T17:34:15.9757771Z") + ","
                        + tag("v2", digest, "2026-01-13T17:34:21.1470601Z") + "]}\n");
        HttpResponse<byte[]> second =
                send("GET", "/acr/v1/library/hello-world/_tags?last=639039224611470601%26v2&n=2&orderby=timeasc");
        assertThat(Caller.text(second)).contains("\"v4\"").doesNotContain("\"v2\"", "\"latest\"");
        assertThat(second.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void tags_newestFirst_comeInReverse() {
        emulator.seed().image("app", "b");
        clock.advance(Duration.ofSeconds(1));
        emulator.seed().image("app", "a");
        clock.advance(Duration.ofSeconds(1));
        emulator.seed().image("app", "c");

        assertThat(names(get("/acr/v1/app/_tags?orderby=timedesc"))).containsExactly("c", "a", "b");
        assertThat(names(get("/acr/v1/app/_tags?orderby=timedesc&last=a"))).containsExactly("b");
        assertThat(names(get("/acr/v1/app/_tags?orderby="))).containsExactly("a", "b", "c");
    }

    @Test
    void tags_fromTheMiddle_echoTheSpellingOfThePath() {
        List.of("v1", "v2", "v3").forEach(tag -> emulator.seed().image("library/hello-world", tag));

        HttpResponse<byte[]> answer = send("GET", "/acr/v1/library/hello-world/_tags?last=v1&n=1");

        assertThat(names(Caller.text(answer))).containsExactly("v2");
        assertThat(Caller.header(answer, "Link"))
                .isEqualTo("</acr/v1/library/hello-world/_tags?last=v2&n=1&orderby=>; rel=\"next\"");
    }

    @Test
    void tags_ofAnotherDigest_areLeftOut() {
        String digest = emulator.seed().image("app", "v1");
        emulator.seed().image("app", "v2");

        assertThat(names(get("/acr/v1/app/_tags?digest=" + digest))).containsExactly("v1");
    }

    @Test
    void tags_ofARepositoryWithoutAny_areNull() {
        String digest = emulator.seed().image("app", "v1");
        send("DELETE", "/acr/v1/app/_tags/v1");

        assertThat(get("/acr/v1/app/_tags")).endsWith("\"tags\":null}\n");
        assertThat(get("/acr/v1/app/_manifests/" + digest)).doesNotContain("\"tags\"");
        assertThat(get("/v2/app/tags/list")).isEqualTo("{\"name\":\"app\",\"tags\":[]}\n");
    }

    @Test
    void tag_deletedTwice_isUnknownTheSecondTime() {
        String digest = emulator.seed().image("app", "v1");

        HttpResponse<byte[]> first = send("DELETE", "/acr/v1/app/_tags/v1");
        HttpResponse<byte[]> second = send("DELETE", "/acr/v1/app/_tags/v1");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.body()).isEmpty();
        assertThat(Caller.header(first, "X-Ms-Int-Docker-Content-Digest")).isEqualTo(digest);
        assertThat(Caller.header(first, "X-Ms-Ratelimit-Remaining-Calls-Per-Second"))
                .isEqualTo("8.000000");
        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(Caller.header(second, "X-Ms-Ratelimit-Remaining-Calls-Per-Second"))
                .isEqualTo("7.000000");
        assertThat(Caller.text(second))
                .isEqualTo(
                        "{\"errors\":[{\"code\":\"TAG_UNKNOWN\",\"message\":\"the specified tag does not exist\"}]}\n");
    }

    @Test
    void tag_pushedAgain_keepsItsFirstTime() {
        emulator.seed().image("app", "v1");
        clock.advance(Duration.ofSeconds(1));
        emulator.seed().index("app", "v1", "linux/amd64");

        assertThat(get("/acr/v1/app/_tags/v1"))
                .contains(
                        "\"createdTime\":\"2026-01-13T17:34:15.876657Z\"",
                        "\"lastUpdateTime\":\"2026-01-13T17:34:16.876657Z\"");
    }

    @Test
    void tagPatch_leavesTheManifestAlone() {
        String digest = emulator.seed().image("app", "v1");

        HttpResponse<byte[]> answer = patch("/acr/v1/app/_tags/v1", "{\"writeEnabled\":false}");

        assertThat(Caller.text(answer)).contains("\"tag\":{\"name\":\"v1\"", "\"writeEnabled\":false");
        assertThat(get("/acr/v1/app/_manifests/" + digest)).contains(OPEN);
    }

    @Test
    void manifests_byDigest_arePagedWithoutReferences() {
        emulator.seed().index("app", "v1", "linux/amd64", "linux/arm64");

        HttpResponse<byte[]> first = send("GET", "/acr/v1/app/_manifests?n=2");

        assertThat(Caller.text(first)).doesNotContain("references");
        assertThat(Caller.header(first, "Link"))
                .matches("</acr/v1/app/_manifests\\?last=sha256%3A[0-9a-f]{64}&n=2&orderby=>; rel=\"next\"");
        String next = Caller.header(first, "Link").replaceAll("[<>]|; rel=\"next\"", "");
        List<String> digests = digests(Caller.text(first) + get(next));
        assertThat(digests).hasSize(3).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void manifestProperties_ofAnIndex_nameItsChildren() {
        String index = emulator.seed().index("app", "v1", "linux/amd64", "windows/arm64");

        assertThat(get("/acr/v1/app/_manifests/" + index))
                .containsPattern("\"mediaType\":\"application/vnd.oci.image.index.v1\\+json\",\"tags\":\\[\"v1\"],"
                        + "\"changeableAttributes\":\\{[^}]+},\"references\":\\[\\{\"digest\":\"sha256:[0-9a-f]{64}\","
                        + "\"architecture\":\"amd64\",\"os\":\"linux\"},\\{\"digest\":\"sha256:[0-9a-f]{64}\","
                        + "\"architecture\":\"arm64\",\"os\":\"windows\"}]}}\n");
    }

    @Test
    void manifestProperties_ofAnImage_comeFromWhatWasPushed() {
        String digest = emulator.seed().image("app", "v1", "arm64", "linux");
        long layer = "layer of app:v1 for linux/arm64".length();

        assertThat(get("/acr/v1/app/_manifests/" + digest))
                .isEqualTo("{\"registry\":\"" + emulator.loginServer()
                        + "\",\"imageName\":\"app\",\"manifest\":{\"digest\":\""
                        + digest + "\",\"imageSize\":" + layer + ",\"createdTime\":\"2026-01-13T17:34:15.876657Z\","
                        + "\"lastUpdateTime\":\"2026-01-13T17:34:15.876657Z\",\"architecture\":\"arm64\",\"os\":\"linux\","
                        + "\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"configMediaType\":"
                        + "\"application/vnd.oci.image.config.v1+json\",\"tags\":[\"v1\"],\"changeableAttributes\":"
                        + OPEN + "}}\n");
    }

    @Test
    void manifestPatch_withQuarantine_showsOnManifestAndTag() {
        String digest = emulator.seed().image("app", "v1");

        HttpResponse<byte[]> answer = patch(
                "/acr/v1/app/_manifests/" + digest,
                "{\"deleteEnabled\":false,\"quarantineState\":\"Passed\",\"quarantineDetails\":\"why\"}");

        assertThat(Caller.text(answer))
                .contains("\"listEnabled\":true,\"quarantineDetails\":\"why\",\"quarantineState\":\"Passed\"}");
        assertThat(get("/acr/v1/app/_tags/v1")).contains("\"signed\":false,\"quarantineState\":\"Passed\",");
    }

    @Test
    void list_withAMaximumPageSize_isCutToIt() {
        try (RegistryEmulator small = RegistryEmulator.start(EmulatorOptions.defaults()
                .withTls(false)
                .withLoginRequired(false)
                .withMaximumPageSize(2))) {
            small.seed().tags("app", "t", 5);
            HttpResponse<byte[]> answer = new Caller(small).send("GET", "/v2/app/tags/list", null);

            assertThat(Caller.text(answer)).isEqualTo("{\"name\":\"app\",\"tags\":[\"t0000\",\"t0001\"]}\n");
            assertThat(Caller.header(answer, "Link")).contains("last=t0001&n=2");
        }
    }

    @Test
    void json_ofMoreThanTwoKibibytes_isChunked() {
        emulator.seed().tags("app", "t", 20);

        HttpResponse<byte[]> large = send("GET", "/acr/v1/app/_tags");
        HttpResponse<byte[]> small = send("GET", "/acr/v1/app/_tags?n=2");

        assertThat(Caller.header(large, "Transfer-Encoding")).isEqualTo("chunked");
        assertThat(large.headers().firstValue("Content-Length")).isEmpty();
        assertThat(Caller.header(small, "Content-Length")).isEqualTo(Integer.toString(small.body().length));
    }

    private String seedTag(String tag, String time) {
        clock.set(Instant.parse(time));
        String manifest = "{\"schemaVersion\":2,\"manifests\":[]}";
        return emulator.seed()
                .manifest(
                        "library/hello-world", tag, "application/vnd.oci.image.index.v1+json", Caller.bytes(manifest));
    }

    private static String tag(String name, String digest, String time) {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"digest\":\"%s\",\"createdTime\":\"%s\",\"lastUpdateTime\":\"%s\",\"signed\":false,"
                        + "\"changeableAttributes\":%s}",
                name,
                digest,
                time,
                time,
                OPEN);
    }

    private static List<String> names(String body) {
        return members("name", body);
    }

    private static List<String> digests(String body) {
        return members("digest", body);
    }

    private static List<String> members(String name, String body) {
        return Pattern.compile("\"" + name + "\":\"([^\"]+)\"")
                .matcher(body)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private HttpResponse<byte[]> send(String method, String target) {
        return caller.send(method, target, null);
    }

    private String get(String target) {
        HttpResponse<byte[]> answer = send("GET", target);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Caller.text(answer);
    }

    private HttpResponse<byte[]> patch(String target, String body) {
        return caller.send("PATCH", target, Caller.bytes(body), "Content-Type", "application/json");
    }
}
