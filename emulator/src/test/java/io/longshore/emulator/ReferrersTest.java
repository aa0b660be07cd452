// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferrersTest {
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String ARTIFACT = "application/vnd.oci.artifact.manifest.v1+json";
    private static final String DOCKER = "application/vnd.docker.distribution.manifest.v2+json";
    private static final String SBOM = "application/vnd.example.sbom";
    private static final String ABSENT = "sha256:abababababababababababababababababababababababababababababababab";
    private static final String ABSENT_512 = "sha512:cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd"
            + "cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd";
    private static final String NOTHING =
            "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":[]}\n";

    private final RegistryEmulator emulator =
            RegistryEmulator.start(EmulatorOptions.defaults().withTls(false).withLoginRequired(false));
    private final Caller caller = new Caller(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {ABSENT, ABSENT_512, "md5:d41d8cd98f00b204e9800998ecf8427e"})
    void referrers_ofADigestThatNobodyKnows_areAnEmptyIndex(String digest) {
        HttpResponse<byte[]> answer = get("/v2/app/referrers/" + digest);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.header(answer, "Content-Type")).isEqualTo(INDEX);
        assertThat(Caller.text(answer)).isEqualTo(NOTHING);
        assertThat(answer.headers().firstValue("OCI-Filters-Applied")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256:abc", "v1", "sha256", "sha512:ab", "sha256:%20", "SHA256:x", "sha256:zz"})
    void referrers_ofAMalformedDigest_areRefused(String digest) {
        HttpResponse<byte[]> answer = get("/v2/app/referrers/" + digest);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.text(answer)).contains("\"code\":\"DIGEST_INVALID\"", "\"detail\":\"digest parsing failed\"");
    }

    @Test
    void referrers_ofADigestInUpperCase_areRefused() {
        assertThat(get("/v2/app/referrers/sha256:" + "AB".repeat(32)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void referrers_ofAnImage_areDescribedAsPushed() {
        String subject = emulator.seed().image("app", "v1");
        String manifest = referrer(subject, "\"artifactType\":\"" + SBOM + "\",\"annotations\":{\"a\":\"1\"},");
        String digest = digest(put(Caller.OCI_MANIFEST, manifest));

        HttpResponse<byte[]> answer = get("/v2/app/referrers/" + subject);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Caller.text(answer))
                .isEqualTo("{\"schemaVersion\":2,\"mediaType\":\"" + INDEX + "\",\"manifests\":[{\"mediaType\":\""
                        + Caller.OCI_MANIFEST + "\",\"digest\":\"" + digest + "\",\"size\":" + manifest.length()
                        + ",\"annotations\":{\"a\":\"1\"},\"artifactType\":\"" + SBOM + "\"}]}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"artifactType\":\"\",", "\"artifactType\":null,"})
    void referrer_withoutArtifactType_isOfTheTypeOfItsConfiguration(String artifactType) {
        put(Caller.OCI_MANIFEST, referrer(ABSENT, artifactType));

        assertThat(text("/v2/app/referrers/" + ABSENT))
                .contains("\"artifactType\":\"application/vnd.example.config\"}]}")
                .doesNotContain("annotations");
    }

    @Test
    void index_asReferrer_hasNoArtifactTypeUnlessItSaysOne() {
        put(INDEX, "{\"schemaVersion\":2,\"manifests\":[]," + subject(ABSENT) + "}");
        put(INDEX, "{\"schemaVersion\":2,\"manifests\":[],\"artifactType\":\"" + SBOM + "\"," + subject(ABSENT) + "}");

        List<String> types = new ArrayList<>();
        for (JsonElement manifest : manifests(get("/v2/app/referrers/" + ABSENT))) {
            JsonElement type = manifest.getAsJsonObject().get("artifactType");
            types.add(type == null ? "none" : type.getAsString());
        }
        assertThat(types).containsExactlyInAnyOrder("none", SBOM);
    }

    @Test
    void artifactManifest_isAReferrer() {
        put(ARTIFACT, "{\"mediaType\":\"" + ARTIFACT + "\",\"artifactType\":\"" + SBOM + "\"," + subject(ABSENT) + "}");

        assertThat(text("/v2/app/referrers/" + ABSENT))
                .contains("\"mediaType\":\"" + ARTIFACT + "\"", "\"artifactType\":\"" + SBOM + "\"");
    }

    @Test
    void dockerManifest_withASubject_isNoReferrer() {
        HttpResponse<byte[]> answer = put(DOCKER, referrer(ABSENT, ""));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("OCI-Subject")).isEmpty();
        assertThat(text("/v2/app/referrers/" + ABSENT)).isEqualTo(NOTHING);
    }

    @Test
    void referrers_ofOneArtifactType_areFiltered() {
        String signature = "application/vnd.example.signature+json";
        put(Caller.OCI_MANIFEST, referrer(ABSENT, "\"artifactType\":\"" + SBOM + "\","));
        String wanted = digest(put(Caller.OCI_MANIFEST, referrer(ABSENT, "\"artifactType\":\"" + signature + "\",")));

        HttpResponse<byte[]> answer =
                get("/v2/app/referrers/" + ABSENT + "?artifactType=application%2Fvnd.example.signature%2Bjson");

        assertThat(digests(answer)).containsExactly(wanted);
        assertThat(Caller.header(answer, "OCI-Filters-Applied")).isEqualTo("artifactType");
    }

    @Test
    void referrers_ofATypeThatNoneHas_areAnEmptyIndexWithTheFilterNamed() {
        put(Caller.OCI_MANIFEST, referrer(ABSENT, ""));

        HttpResponse<byte[]> answer = get("/v2/app/referrers/" + ABSENT + "?artifactType=none/such");

        assertThat(Caller.text(answer)).isEqualTo(NOTHING);
        assertThat(Caller.header(answer, "OCI-Filters-Applied")).isEqualTo("artifactType");
    }

    @Test
    void referrers_withAnEmptyFilter_areAllOfThem() {
        String digest = digest(put(Caller.OCI_MANIFEST, referrer(ABSENT, "")));

        HttpResponse<byte[]> answer = get("/v2/app/referrers/" + ABSENT + "?artifactType=");

        assertThat(digests(answer)).containsExactly(digest);
        assertThat(answer.headers().firstValue("OCI-Filters-Applied")).isEmpty();
    }

    @Test
    void referrers_ofAnotherRepository_areNotListed() {
        put(Caller.OCI_MANIFEST, referrer(ABSENT, ""));

        assertThat(text("/v2/other/referrers/" + ABSENT)).isEqualTo(NOTHING);
    }

    @Test
    void referrers_inPages_keepTheFilterInTheLink() {
        Stream.of("1", "2", "3").forEach(i -> put(Caller.OCI_MANIFEST, typed(ABSENT, SBOM, i)));
        put(Caller.OCI_MANIFEST, typed(ABSENT, "application/vnd.example.other", "4"));

        HttpResponse<byte[]> first = get("/v2/app/referrers/" + ABSENT + "?n=2&artifactType=" + SBOM);
        HttpResponse<byte[]> second = get(next(first));

        assertThat(Caller.header(first, "Link"))
                .isEqualTo("</v2/app/referrers/" + ABSENT + "?last="
                        + digests(first).get(1).replace(":", "%3A")
                        + "&n=2&artifactType=application%2Fvnd.example.sbom>; rel=\"next\"");
        assertThat(digests(second)).hasSize(1).doesNotContainAnyElementsOf(digests(first));
        assertThat(Caller.header(second, "OCI-Filters-Applied")).isEqualTo("artifactType");
        assertThat(second.headers().firstValue("Link")).isEmpty();
    }

    @Test
    void referrers_whereAPageIsSmall_areLinkedWithoutBeingAskedTo() {
        try (RegistryEmulator small = RegistryEmulator.start(EmulatorOptions.defaults()
                .withTls(false)
                .withLoginRequired(false)
                .withMaximumPageSize(2))) {
            List<String> all = Stream.of("a", "b", "c", "d", "e")
                    .map(type -> small.seed().referrer("app", ABSENT, type))
                    .sorted()
                    .toList();

            assertThat(walk(new Caller(small), "/v2/app/referrers/" + ABSENT)).isEqualTo(all);
        }
    }

    @Test
    void referrers_withLargeAnnotations_comeInPagesOfFourMebibytes() {
        String large = "x".repeat(1_500_000);
        Stream.of("1", "2", "3")
                .forEach(i -> put(
                        Caller.OCI_MANIFEST, referrer(ABSENT, "\"annotations\":{\"" + i + "\":\"" + large + "\"},")));

        HttpResponse<byte[]> first = get("/v2/app/referrers/" + ABSENT);

        assertThat(first.body()).hasSizeLessThan(4 * 1024 * 1024);
        assertThat(digests(first)).hasSize(2);
        assertThat(digests(get(next(first)))).hasSize(1);
    }

    @Test
    void referrers_ofALargePage_stayWithinFourMebibytesWithWhatIsBetweenThem() {
        int limit = 4 * 1024 * 1024;
        put(INDEX, annotated(ABSENT_512, 1000, 4000));
        int around = text("/v2/app/referrers/" + ABSENT_512).length() - NOTHING.length() - 4000;
        // Together a little less than the limit; the commas between them are more than that.
        int all = limit - 1024;
        IntStream.range(1001, 2000).forEach(i -> put(INDEX, annotated(ABSENT, i, all / 1000 - around)));
        put(INDEX, annotated(ABSENT, 2000, all / 1000 - around + all % 1000));

        HttpResponse<byte[]> page = get("/v2/app/referrers/" + ABSENT + "?n=1000");

        assertThat(page.body().length).isBetween(limit - 10_000, limit);
    }

    @Test
    void referrers_inAPageOfManyPortions_areAllThereInOrder() {
        List<String> all = IntStream.range(0, 25)
                .mapToObj(i -> emulator.seed().referrer("app", ABSENT, "type/" + i))
                .sorted()
                .toList();

        HttpResponse<byte[]> first = get("/v2/app/referrers/" + ABSENT + "?n=24");

        assertThat(digests(first)).isEqualTo(all.subList(0, 24));
        assertThat(digests(get(next(first)))).isEqualTo(all.subList(24, 25));
        assertThat(digests(get("/v2/app/referrers/" + ABSENT))).isEqualTo(all);
    }

    @Test
    void referrers_withABadNumber_areRefused() {
        assertThat(get("/v2/app/referrers/" + ABSENT + "?n=many").statusCode()).isEqualTo(400);
    }

    @Test
    void push_withASubject_namesItEvenIfItDoesNotExist() {
        HttpResponse<byte[]> manifest = put(Caller.OCI_MANIFEST, referrer(ABSENT, ""));
        HttpResponse<byte[]> index = put(INDEX, "{\"schemaVersion\":2,\"manifests\":[]," + subject(ABSENT_512) + "}");

        assertThat(manifest.statusCode()).isEqualTo(201);
        assertThat(Caller.header(manifest, "OCI-Subject")).isEqualTo(ABSENT);
        assertThat(Caller.header(index, "OCI-Subject")).isEqualTo(ABSENT_512);
    }

    @Test
    void push_withoutASubject_namesNone() {
        HttpResponse<byte[]> answer = put(INDEX, "{\"schemaVersion\":2,\"manifests\":[],\"subject\":null}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("OCI-Subject")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"subject\":\"sha256:x\"",
                "\"subject\":{}",
                "\"subject\":{\"digest\":\"sha256:abc\",\"size\":1}",
                "\"subject\":{\"digest\":\"" + ABSENT + "\"},\"annotations\":{\"a\":1}",
                "\"subject\":{\"digest\":\"" + ABSENT + "\"},\"annotations\":[]"
            })
    void push_withABrokenSubject_isInvalid(String members) {
        HttpResponse<byte[]> answer = put(INDEX, "{\"schemaVersion\":2,\"manifests\":[]," + members + "}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Caller.text(answer)).contains("\"code\":\"MANIFEST_INVALID\"");
    }

    @Test
    void push_withASubjectOfAnotherAlgorithm_isTakenUpToALength() {
        String longest = "x:" + "a".repeat(158);

        HttpResponse<byte[]> taken = put(INDEX, "{\"schemaVersion\":2,\"manifests\":[]," + subject(longest) + "}");
        HttpResponse<byte[]> refused =
                put(INDEX, "{\"schemaVersion\":2,\"manifests\":[]," + subject(longest + "a") + "}");

        assertThat(Caller.header(taken, "OCI-Subject")).isEqualTo(longest);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Caller.text(refused)).contains("\"code\":\"MANIFEST_INVALID\"");
        assertThat(get("/v2/app/referrers/" + longest + "a").statusCode()).isEqualTo(400);
    }

    @Test
    void push_withASubjectOfManyParts_isInvalid() {
        String endless = "a" + "+a".repeat(1_000_000) + ":a";

        HttpResponse<byte[]> answer = put(INDEX, "{\"schemaVersion\":2,\"manifests\":[]," + subject(endless) + "}");

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b\\r\\nc", "a/\\u0000", "a/\\u007f", "a/\\u009f"})
    void push_withAnArtifactTypeThatIsNone_isInvalid(String type) {
        HttpResponse<byte[]> named = put(Caller.OCI_MANIFEST, referrer(ABSENT, "\"artifactType\":\"" + type + "\","));
        HttpResponse<byte[]> implied =
                put(Caller.OCI_MANIFEST, referrer(ABSENT, "").replace("application/vnd.example.config", type));

        assertThat(List.of(named.statusCode(), implied.statusCode())).containsOnly(400);
        assertThat(Caller.text(named)).contains("\"code\":\"MANIFEST_INVALID\"", "artifact type");
    }

    @Test
    void push_withAnArtifactType_isTakenUpToALength() {
        String longest = "a/" + "b".repeat(253);

        HttpResponse<byte[]> taken = put(Caller.OCI_MANIFEST, typed(ABSENT, longest, "1"));
        HttpResponse<byte[]> refused = put(Caller.OCI_MANIFEST, typed(ABSENT, longest + "b", "1"));

        assertThat(List.of(taken.statusCode(), refused.statusCode())).containsExactly(201, 400);
        assertThat(text("/v2/app/referrers/" + ABSENT)).contains("\"" + longest + "\"");
    }

    @Test
    void subject_pushedAfterItsReferrer_hasIt() {
        String manifest = "{\"schemaVersion\":2,\"manifests\":[]}";
        String subject = Caller.sha256(Caller.bytes(manifest));
        String digest = emulator.seed().referrer("app", subject, SBOM);

        put(INDEX, manifest);

        assertThat(digests(get("/v2/app/referrers/" + subject))).containsExactly(digest);
    }

    @Test
    void subject_bySha512_hasReferrers() {
        String digest = digest(put(Caller.OCI_MANIFEST, referrer(ABSENT_512, "")));

        assertThat(digests(get("/v2/app/referrers/" + ABSENT_512))).containsExactly(digest);
    }

    @Test
    void delete_ofAReferrer_takesItOffTheList() {
        String subject = emulator.seed().image("app", "v1");
        String digest = emulator.seed().referrer("app", subject, SBOM);

        delete("/v2/app/manifests/" + digest);

        assertThat(text("/v2/app/referrers/" + subject)).isEqualTo(NOTHING);
        assertThat(get("/v2/app/manifests/" + subject).statusCode()).isEqualTo(200);
    }

    @Test
    void delete_ofASubject_takesAllThatReferToItAlong() {
        String subject = emulator.seed().image("app", "v1");
        String sbom = emulator.seed().referrer("app", subject, SBOM);
        String signature = emulator.seed().referrer("app", sbom, "application/vnd.example.signature");
        String other = emulator.seed().image("app", "v2");

        delete("/v2/app/manifests/" + subject);

        assertThat(Stream.of(subject, sbom, signature)
                        .map(digest -> get("/v2/app/manifests/" + digest).statusCode()))
                .containsOnly(404);
        assertThat(get("/v2/app/manifests/" + other).statusCode()).isEqualTo(200);
        assertThat(text("/v2/app/referrers/" + sbom)).isEqualTo(NOTHING);
    }

    @Test
    void delete_ofASubject_isRefusedWhileAReferrerIsLocked() {
        String subject = emulator.seed().image("app", "v1");
        String sbom = emulator.seed().referrer("app", subject, SBOM);
        caller.send(
                "PATCH",
                "/acr/v1/app/_manifests/" + sbom,
                Caller.bytes("{\"deleteEnabled\":false}"),
                "Content-Type",
                "application/json");

        HttpResponse<byte[]> answer = caller.send("DELETE", "/v2/app/manifests/" + subject, null);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(get("/v2/app/manifests/" + subject).statusCode()).isEqualTo(200);
        assertThat(digests(get("/v2/app/referrers/" + subject))).containsExactly(sbom);
    }

    @Test
    void delete_ofARepository_forgetsItsReferrers() {
        emulator.seed().referrer("app", ABSENT, SBOM);

        delete("/acr/v1/app");

        assertThat(text("/v2/app/referrers/" + ABSENT)).isEqualTo(NOTHING);
    }

    @Test
    void referrer_thatIsNotToBeListed_isLeftOut() {
        String digest = emulator.seed().referrer("app", ABSENT, SBOM);
        caller.send("PATCH", "/acr/v1/app/_manifests/" + digest, Caller.bytes("{\"listEnabled\":false}"));

        assertThat(text("/v2/app/referrers/" + ABSENT)).isEqualTo(NOTHING);
    }

    @Test
    void referrers_ofARepositoryThatMustNotBeRead_areRefused() {
        emulator.seed().referrer("app", ABSENT, SBOM);
        caller.send("PATCH", "/acr/v1/app", Caller.bytes("{\"readEnabled\":false}"));

        assertThat(get("/v2/app/referrers/" + ABSENT).statusCode()).isEqualTo(405);
    }

    @Test
    void referrers_switchedOff_areNotServedNorAnnouncedNorDeleted() {
        try (RegistryEmulator without = RegistryEmulator.start(EmulatorOptions.defaults()
                .withTls(false)
                .withLoginRequired(false)
                .withReferrers(false))) {
            Caller plain = new Caller(without);
            String subject = without.seed().image("app", "v1");
            String index = "{\"schemaVersion\":2,\"manifests\":[]," + subject(subject) + "}";
            HttpResponse<byte[]> pushed =
                    plain.send("PUT", "/v2/app/manifests/x", Caller.bytes(index), "Content-Type", INDEX);

            HttpResponse<byte[]> list = plain.send("GET", "/v2/app/referrers/" + subject, null);
            plain.send("DELETE", "/v2/app/manifests/" + subject, null);

            assertThat(pushed.statusCode()).isEqualTo(201);
            assertThat(pushed.headers().firstValue("OCI-Subject")).isEmpty();
            assertThat(list.statusCode()).isEqualTo(404);
            assertThat(Caller.text(list)).isEqualTo("404 page not found\n");
            assertThat(plain.send("GET", "/v2/app/manifests/x", null).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void referrers_pushedWhileSwitchedOff_areListedAfterARestartWithThem(@TempDir Path directory) {
        EmulatorOptions options = EmulatorOptions.defaults()
                .withTls(false)
                .withLoginRequired(false)
                .withDirectory(directory);
        String digest;
        try (RegistryEmulator without = RegistryEmulator.start(options.withReferrers(false))) {
            digest = without.seed().referrer("app", ABSENT, SBOM);
        }

        try (RegistryEmulator with = RegistryEmulator.start(options)) {
            assertThat(digests(new Caller(with).send("GET", "/v2/app/referrers/" + ABSENT, null)))
                    .containsExactly(digest);
        }
    }

    @Test
    void manifest_pushedAgainAsATypeWithoutSubjects_isNoReferrerAnyMore() {
        String manifest = referrer(ABSENT, "");
        put(Caller.OCI_MANIFEST, manifest);

        put(DOCKER, manifest);

        assertThat(text("/v2/app/referrers/" + ABSENT)).isEqualTo(NOTHING);
    }

    @Test
    void referrers_needTheRightToPull() {
        try (RegistryEmulator closed =
                RegistryEmulator.start(EmulatorOptions.defaults().withTls(false))) {
            Caller guarded = new Caller(closed);
            String digest = closed.seed().referrer("app", ABSENT, SBOM);
            String target = "/v2/app/referrers/" + ABSENT;

            HttpResponse<byte[]> challenged = guarded.send("GET", target, null);
            HttpResponse<byte[]> refused = guarded.get(Caller.read("app"), target);

            assertThat(challenged.statusCode()).isEqualTo(401);
            assertThat(Caller.header(challenged, "WWW-Authenticate")).endsWith(",scope=\"repository:app:pull\"");
            assertThat(Caller.header(refused, "WWW-Authenticate")).endsWith("error=\"insufficient_scope\"");
            assertThat(digests(guarded.get(Caller.pull("app"), target))).containsExactly(digest);
        }
    }

    @Test
    void seededReferrer_describesTheSubjectThatIsThere() {
        String subject = emulator.seed().image("app", "v1");
        String digest = emulator.seed().referrer("app", subject, SBOM);
        int size = get("/v2/app/manifests/" + subject).body().length;

        assertThat(text("/v2/app/manifests/" + digest))
                .contains("\"subject\":{\"mediaType\":\"" + Caller.OCI_MANIFEST + "\",\"digest\":\"" + subject
                        + "\",\"size\":" + size + "}");
    }

    /** An image manifest that refers to a subject, with more members if so wanted. */
    private String referrer(String subject, String members) {
        String config = emulator.seed().blob("app", Caller.bytes("{}"));
        return "{\"schemaVersion\":2," + members
                + "\"config\":{\"mediaType\":\"application/vnd.example.config\",\"digest\":\"" + config
                + "\",\"size\":2},\"layers\":[]," + subject(subject) + "}";
    }

    private String typed(String subject, String artifactType, String annotation) {
        return referrer(
                subject, "\"artifactType\":\"" + artifactType + "\",\"annotations\":{\"a\":\"" + annotation + "\"},");
    }

    /** An index that refers to a subject, with an annotation of this length that begins with this number. */
    private static String annotated(String subject, int number, int length) {
        return "{\"schemaVersion\":2,\"manifests\":[],\"annotations\":{\"a\":\"" + number + "x".repeat(length - 4)
                + "\"}," + subject(subject) + "}";
    }

    private static String subject(String digest) {
        return "\"subject\":{\"mediaType\":\"" + Caller.OCI_MANIFEST + "\",\"digest\":\"" + digest + "\",\"size\":7}";
    }

    private HttpResponse<byte[]> put(String type, String manifest) {
        byte[] bytes = Caller.bytes(manifest);
        return caller.send("PUT", "/v2/app/manifests/" + Caller.sha256(bytes), bytes, "Content-Type", type);
    }

    private HttpResponse<byte[]> get(String target) {
        return caller.send("GET", target, null);
    }

    private String text(String target) {
        return Caller.text(get(target));
    }

    private void delete(String target) {
        assertThat(caller.send("DELETE", target, null).statusCode()).isEqualTo(202);
    }

    private static String digest(HttpResponse<byte[]> pushed) {
        assertThat(pushed.statusCode()).isEqualTo(201);
        return Caller.header(pushed, "Docker-Content-Digest");
    }

    private static JsonArray manifests(HttpResponse<byte[]> answer) {
        return JsonParser.parseString(Caller.text(answer)).getAsJsonObject().getAsJsonArray("manifests");
    }

    private static List<String> digests(HttpResponse<byte[]> answer) {
        List<String> digests = new ArrayList<>();
        manifests(answer)
                .forEach(entry ->
                        digests.add(entry.getAsJsonObject().get("digest").getAsString()));
        return digests;
    }

    private static String next(HttpResponse<byte[]> answer) {
        return Caller.header(answer, "Link").replaceAll("[<>]|; rel=\"next\"", "");
    }

    private static List<String> walk(Caller caller, String first) {
        List<String> all = new ArrayList<>();
        for (String target = first; !target.isEmpty(); ) {
            HttpResponse<byte[]> page = caller.send("GET", target, null);
            all.addAll(digests(page));
            target = next(page);
        }
        return all;
    }
}
